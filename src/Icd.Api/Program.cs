using Icd.Api.Fhir;
using Icd.Api.Page;
using Icd.Api.Rest;
using Icd.Api.Who;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIcd(options => builder.Configuration.GetSection("Icd").Bind(options));

var app = builder.Build();
app.MapRest();
app.MapFhir();
app.MapWho();
app.MapPage();
app.Run();

/// <summary>The server; public for tests that start it.</summary>
public sealed partial class Program;
