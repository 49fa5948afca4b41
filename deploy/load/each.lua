-- POSTs the lines of a file as forms, each once; a line too few is an error. Argument: the file.
function init(args)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  lines = io.lines(args[1])
end

function request()
  return wrk.format(nil, nil, nil, lines())
end
