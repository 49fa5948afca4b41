-- One tenant's requests. Arguments: access token, method, path in which {n} counts up, file with the body in which it does
-- (optional).
local counter = 0

function init(args)
  wrk.headers["Authorization"] = "Bearer " .. args[1]
  wrk.headers["Content-Type"] = "application/vnd.api+json"
  wrk.headers["Accept"] = "application/vnd.api+json"
  method, path = args[2], args[3]
  if args[4] then body = io.open(args[4]):read("a") end
end

function request()
  counter = counter + 1
  local number = tostring(counter)
  return wrk.format(method, (path:gsub("{n}", number)), nil, body and (body:gsub("{n}", number)))
end
