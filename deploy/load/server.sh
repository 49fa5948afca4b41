# Sourced by the commands in this folder: a server of our own with a data directory that goes away with the command.
root=$(cd "$here/../.." && pwd)
workspace=$(mktemp -d)
port=${KEYLEDGER_LOAD_PORT:-18080}
url=http://127.0.0.1:$port
media=application/vnd.api+json
server=

trap 'stop_server; rm -rf "$workspace"' EXIT
trap 'exit 130' INT TERM

"$root/keyledger" build

# Starts it as a user would, on a fresh data directory; start_ms is the time until it says it is ready.
start_server() {
  rm -rf "$workspace/data"
  resume_server "$@"
}

resume_server() {
  local began deadline
  began=$(date +%s%N)
  deadline=$((began / 1000000000 + ${patience:-120}))
  "$root/keyledger" "--server.port=$port" "--keyledger.data-dir=$workspace/data" \
    --keyledger.rate-limits.enabled=false --keyledger.quotas.apps=100000000 "$@" >"$workspace/log" 2>&1 &
  server=$!
  until listening && curl -sf -o "$workspace/answer" "$url/actuator/health/readiness"; do
    if ! kill -0 "$server" 2>/dev/null || [ "$(date +%s)" -gt "$deadline" ]; then
      echo "Keyledger did not become ready:" >&2
      tail -40 "$workspace/log" >&2
      exit 1
    fi
    sleep 0.02
  done
  start_ms=$((($(date +%s%N) - began) / 1000000))
}

# Costs nothing; a curl every 20 ms takes a quarter of a core from the start it waits for.
listening() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }

stop_server() {
  [ -n "$server" ] || return 0
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=
}

resident_mb() { awk '/^VmRSS/ { printf "%.0f\n", $2 / 1024 }' "/proc/$server/status"; }

# User and system time of the server; what follows the command's name in parentheses is split on blanks.
cpu_ticks() { sed 's/.*) //' "/proc/$server/stat" | awk '{ print $12 + $13 }'; }

# The value of the first member $1 of the JSON on standard input.
member() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -1; }

bootstrap() { tr ',' '\n' <"$workspace/data/bootstrap.json" | member "$1"; }

# Sets token and organization: the owner's, made at first start.
sign_in() {
  organization=$(bootstrap organization_id)
  token=$(curl -sSf "$url/oauth/token" -H 'Content-Type: application/json' \
    -d "{\"grant_type\":\"client_credentials\",\"client_id\":\"$(bootstrap client_id)\",\"client_secret\":\"$(bootstrap client_secret)\"}" |
    tr ',' '\n' | member access_token)
}

api() {
  local method=$1 path=$2
  shift 2
  curl -sSf -g -X "$method" "$url/api$path" -H "Authorization: Bearer $token" -H "Accept: $media" -H "Content-Type: $media" "$@"
}

# Registers an app named $1 of kind $2, in role $3 when there is one; prints the answer.
register_app() {
  local role=
  [ -z "${3-}" ] || role=",\"role\":{\"data\":{\"type\":\"roles\",\"id\":\"$3\"}}"
  api POST /api_credentials -d "{\"data\":{\"type\":\"api_credentials\",\"attributes\":{\"name\":\"$1\",\"kind\":\"$2\"},
    \"relationships\":{\"organization\":{\"data\":{\"type\":\"organizations\",\"id\":\"$organization\"}}$role}}}"
}

# Registers an integration; sets app_id, and form and json, its token requests in the two profiles.
make_app() {
  local role app client_id client_secret
  role=$(api GET "/organizations/$organization/roles?filter[q][kind_eq]=admin" | tr ',' '\n' | member id)
  app=$(register_app Load integration "$role" | tr ',' '\n')
  app_id=$(member id <<<"$app")
  client_id=$(member client_id <<<"$app")
  client_secret=$(member client_secret <<<"$app")
  form="grant_type=client_credentials&client_id=$client_id&client_secret=$client_secret"
  json="{\"grant_type\":\"client_credentials\",\"client_id\":\"$client_id\",\"client_secret\":\"$client_secret\"}"
}
