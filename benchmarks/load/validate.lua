-- Verdicts on expressions of all kinds: valid, replaced, incomplete, wrong, malformed.
local expressions = { "5A11", "NC32.Z&XK8G", "NC32.Z&XK8G/PA60", "NC32.Z&XA8U33&XK8G", "BA41.Z", "CA41.Z&XN275", "8C0Z/5A14", "2C6Z&XS9R", "BA52&XK8G", "BA4O", "CB41/1D00", "6A70.1" }
local next = 0
request = function()
  next = next % #expressions + 1
  return wrk.format("GET", "/api/v1/validate?expression=" .. expressions[next]:gsub("&", "%%26"):gsub("/", "%%2F"))
end
