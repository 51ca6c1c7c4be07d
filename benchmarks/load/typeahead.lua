-- Type-ahead as clinicians type it: every beginning of three letters or more of the queries of the search's evaluation.
local beginnings = {}
for line in io.lines(os.getenv("ICD_QUERIES")) do
  local query = line:match("^([^\t#]+)\t")
  if query and query ~= "query" then
    local length = utf8 and utf8.len(query) or #query
    for last = 3, math.min(length or #query, 14) do
      local beginning = query:sub(1, last)
      if not beginning:byte(-1) or beginning:byte(-1) < 128 then
        beginnings[#beginnings + 1] = beginning:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end)
      end
    end
  end
end
local next = math.random(#beginnings)
request = function()
  next = next % #beginnings + 1
  return wrk.format("GET", "/api/v1/search?limit=10&q=" .. beginnings[next])
end
