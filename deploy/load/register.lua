-- Registers one app per request. Arguments: access token, organization id.
local counter = 0

function init(args)
  token, organization = args[1], args[2]
  wrk.headers["Authorization"] = "Bearer " .. token
  wrk.headers["Content-Type"] = "application/vnd.api+json"
  wrk.headers["Accept"] = "application/vnd.api+json"
end

function request()
  counter = counter + 1
  return wrk.format("POST", nil, nil, string.format(
    '{"data":{"type":"api_credentials","attributes":{"name":"Load %d","kind":"sales_channel"},' ..
    '"relationships":{"organization":{"data":{"type":"organizations","id":"%s"}}}}}', counter, organization))
end
