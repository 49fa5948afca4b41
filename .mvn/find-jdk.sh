# Sourced by mvnw and keyledger: sets and exports JAVA_HOME to a JDK 25 or newer, or says what is missing and exits 1.
# Order: JAVA_HOME, the java on the PATH, then the usual places, where the oldest that suffices wins.

keyledger_jdk=25

# Prints the feature number of the JDK in directory $1, or nothing when there is no JDK (a JRE has no javac).
jdk_feature() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'
  fi
}

jdk_suffices() {
  jdk_found=$(jdk_feature "$1")
  [ "${jdk_found:-0}" -ge "$keyledger_jdk" ]
}

# The home of the java on the PATH: its link's target, or, behind a shim, what that java says of itself.
jdk_on_path() {
  jdk_command=$(command -v java) || return 0
  jdk_link=$(readlink -f "$jdk_command" 2>/dev/null) || jdk_link=$jdk_command
  if [ -r "${jdk_link%/bin/java}/release" ]; then
    printf '%s\n' "${jdk_link%/bin/java}"
  else
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
  fi
}

jdk_in_usual_places() {
  jdk_oldest=
  for jdk_home in /usr/lib/jvm/* "${HOME-}"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/*jdk*; do
    jdk_suffices "$jdk_home" || continue
    if [ -z "$jdk_oldest" ] || [ "$jdk_found" -lt "$jdk_oldest" ]; then
      jdk_oldest=$jdk_found
      JAVA_HOME=$jdk_home
    fi
  done
  [ -n "$jdk_oldest" ]
}

find_jdk() {
  [ -n "${JAVA_HOME-}" ] && jdk_suffices "$JAVA_HOME" && return
  jdk_home=$(jdk_on_path)
  if [ -n "$jdk_home" ] && jdk_suffices "$jdk_home"; then
    JAVA_HOME=$jdk_home
    return
  fi
  jdk_in_usual_places
}

if ! find_jdk; then
  echo "Keyledger needs a JDK $keyledger_jdk or newer: install one, or set JAVA_HOME to it." >&2
  exit 1
fi
export JAVA_HOME
