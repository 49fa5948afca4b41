-- POSTs the lines of a file as forms, each once, and stops at the last. Argument: the file.
function init(args)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  lines = io.lines(args[1])
end

function request()
  local line = lines()
  if not line then
    wrk.thread:stop()
    line = ""
  end
  return wrk.format(nil, nil, nil, line)
end
