// A journal system's first hour with the packages: register, search, validate, read out, map.
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Toolkit;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddIcd(options => options.DataDirectory = Path.Combine(Path.GetTempPath(), "icd-consumer-has-none"));
await using var provider = services.BuildServiceProvider();
var loaded = provider.GetRequiredService<ReleaseHost>().Current;

var found = loaded.Search.Search("diabetes type 2").Hits;
Expect(found.Any(hit => hit.Code == "5A11"), "the search finds 5A11");
Expect(ClusterExpression.TryParse("NC32.Z&XK8G", out var expression), "an expression is parsed");
Expect(loaded.Mms.Validator.Validate(in expression).IsValid, "it is valid");
Expect(ExpressionReading.Of(loaded.Mms, loaded.Catalog, in expression).In(MessageLanguage.Bokmal).Contains("Venstre"), "it is read out");
if (loaded.Mms.Crosswalk is { } crosswalk) Expect(crosswalk.Map(Icd10Code.Parse("E11.9")).Expression.ToString() == "5A11", "E11.9 is mapped");
else Console.WriteLine("The Norwegian ICD-10 is missing: the packages were built without Node.js.");

services.AddIcd(options => options.DataDirectory = "");
await using var wrong = services.BuildServiceProvider();
try
{
    _ = wrong.GetRequiredService<ReleaseHost>().Current;
    Expect(false, "an empty data directory is refused");
}
catch (Microsoft.Extensions.Options.OptionsValidationException exception)
{
    Expect(exception.Message.Contains("Icd:DataDirectory"), "the refusal names the setting");
}

Console.WriteLine("The packages work.");

static void Expect(bool holds, string what)
{
    if (holds) return;
    Console.Error.WriteLine($"It does not hold that {what}.");
    Environment.Exit(1);
}
