using System.Globalization;
using Icd.Api.Hosting;
using Icd.Api.Who.Ect;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Icd.Api.Who;

/// <summary>WHO's ICD-API, version 2, <c>/icd</c>, and what WHO's Embedded Coding Tool asks for besides (<c>docs/who-icd-api.md</c>).</summary>
internal static class WhoRoutes
{
    /// <summary>The version that answers are of. WHO's tool posts its searches to this one.</summary>
    public const string Version = "v2.6.0";

    /// <summary>A search is a line of text and lists of addresses; nobody sends more.</summary>
    private const long LargestForm = 256 * 1024;

    // An address of the same depth may begin with a release or with a linearization: their forms tell them apart.
    private const string ReleasePattern = @"{release:regex(^\d{{4}}(-\d{{2}})?$)}", LinearizationPattern = "{linearization:regex(^(mms|icf)$)}";
    private const string IdPattern = @"{id:regex(^\d{{1,10}}$)}", ResidualPattern = "{residual:regex(^(other|unspecified)$)}";

    /// <summary>Maps the ICD-API.</summary>
    public static void MapWho(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/icd").AddEndpointFilter(Frame).WithTags("WHO ICD-API");
        MapFoundation(group);
        MapVersions(group);
        MapLinearization(group.MapGroup($"/release/11/{ReleasePattern}/{LinearizationPattern}"));
        MapIcd10(group.MapGroup("/release/10"));
        group.MapGet("/contexts/{name}", (WhoRequest request, string name) => WhoRequest.Answer(ContextDocuments.Context(name), WhoJson.Shapes.JsonObject));
        group.MapGet("/schema/{name}", (WhoRequest request, string name) => WhoRequest.Answer(ContextDocuments.Axis(name), WhoJson.Shapes.JsonObject));
        // Nothing else is here, and whoever asks for its head is told that heads are not given: both as at WHO's.
        group.MapMethods("/{**rest}", [HttpMethods.Get, HttpMethods.Post], () => WhoRequest.NotFound).ExcludeFromDescription();

        routes.MapEct();
        // The translations of the tool's own texts are WHO's; it stays in English without them.
        routes.MapGet("/languageresources/{**file}", () => WhoRequest.NotFound).AddEndpointFilter(Frame).ExcludeFromDescription();
        // What a clinician searched for and chose is nobody's business: it is neither read nor kept.
        routes.MapPost("/analytics/clientanalytics", () => Results.NoContent()).AddEndpointFilter(Frame).ExcludeFromDescription();
    }

    private static void MapFoundation(RouteGroupBuilder group)
    {
        group.MapGet("/entity", (WhoRequest request) => WhoRequest.Answer(FoundationView.Of(request)?.Root(), WhoJson.Shapes.TopLevel));
        group.MapGet($"/entity/{IdPattern}", (WhoRequest request, string id) => WhoRequest.Answer(FoundationView.Of(request)?.Describe(id), WhoJson.Shapes.EntityAnswer));
        group.MapSearch("/entity/search", async request => FoundationView.Of(request) is { } foundation ? await SearchAsync(request, foundation.Linearizations, isFoundation: true) : WhoRequest.NotFound);
        group.MapGet("/entity/autocode", (WhoRequest request) => FoundationView.Of(request) is { } foundation ? Autocode(request, foundation.Linearizations[0], isFoundation: true) : WhoRequest.NotFound);
    }

    private static void MapVersions(RouteGroupBuilder group)
    {
        group.MapGet($"/release/11/{LinearizationPattern}", (WhoRequest request, string linearization) =>
            WhoRequest.Answer(Linearization.Named(linearization) is { } named ? EntityView.Versions(request, named) : null, WhoJson.Shapes.MultiVersion));
        group.MapGet($"/release/11/{LinearizationPattern}/{IdPattern}", (WhoRequest request, string linearization, string id) => Entity(request, linearization, id, null));
        group.MapGet($"/release/11/{LinearizationPattern}/{IdPattern}/{ResidualPattern}", Entity);

        static IResult Entity(WhoRequest request, string linearization, string id, string? residual) =>
            WhoRequest.Answer(Linearization.Named(linearization) is { } named ? EntityView.Versions(request, named, id, residual) : null, WhoJson.Shapes.MultiVersion);
    }

    private static void MapLinearization(RouteGroupBuilder group)
    {
        group.MapGet("", (WhoRequest request, string release, string linearization) =>
            WhoRequest.Answer(Linearization.Find(request.Loaded, release, linearization) is { } found ? new EntityView(found, request.Languages).Root() : null, WhoJson.Shapes.TopLevel));
        group.MapGet($"/{IdPattern}", (WhoRequest request, string release, string linearization, string id) => Entity(request, release, linearization, id, null));
        group.MapGet($"/{IdPattern}/{ResidualPattern}", Entity);
        group.MapGet($"/{IdPattern}/postcoordinationScale/{{axis}}", (WhoRequest request, string release, string linearization, string id, string axis) => Scale(request, release, linearization, id, null, axis));
        group.MapGet($"/{IdPattern}/{ResidualPattern}/postcoordinationScale/{{axis}}", Scale);
        group.MapSearch("/search", (WhoRequest request) =>
            Find(request) is { } found ? SearchAsync(request, [found], isFoundation: false) : Task.FromResult(WhoRequest.NotFound));
        group.MapGet("/autocode", (WhoRequest request) => Find(request) is { } found ? Autocode(request, found, isFoundation: false) : WhoRequest.NotFound);
        group.MapGet("/codeinfo/{**code}", (WhoRequest request, string code) => WhoRequest.Answer(
            // The framework leaves %2F in a path as it is.
            Combinations(request)?.CodeInfo(code.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), request.Asks("flexiblemode"), request.Asks("convertToTerminalCodes")),
            WhoJson.Shapes.JsonObject));
        group.MapGet("/describe", (WhoRequest request) => SplitExpression.Find(request.Parameters) is { } lost ? Results.Text(SplitExpression.Explain(lost), statusCode: StatusCodes.Status400BadRequest) : WhoRequest.Answer(
            (request.Query("uri") is { Length: > 0 } uri ? uri : request.Query("code")) is { Length: > 0 } text
                ? Combinations(request)?.Describe(text, request.Asks("simplify"), request.Asks("flexiblemode"), request.Asks("convertToTerminalCodes")) : null,
            WhoJson.Shapes.PostcoordinationSet));
        group.MapGet("/lookup", (WhoRequest request) => Find(request) is { } found && Lookup(found, request.Query("foundationUri")) is { } entity
            ? WhoRequest.Answer(new EntityView(found, request.Languages).Describe(entity), WhoJson.Shapes.EntityAnswer) : WhoRequest.NotFound);

        static IResult Entity(WhoRequest request, string release, string linearization, string id, string? residual) => WhoRequest.Answer(
            Linearization.Find(request.Loaded, release, linearization) is { } found && found.Entity(id, residual) is { } entity
                ? new EntityView(found, request.Languages).Describe(entity, request.Includes("ancestor"), request.Includes("descendant"), request.Includes("diagnosticCriteria")) : null,
            WhoJson.Shapes.EntityAnswer);

        static IResult Scale(WhoRequest request, string release, string linearization, string id, string? residual, string axis) => WhoRequest.Answer(
            Linearization.Find(request.Loaded, release, linearization) is { } found && found.Entity(id, residual) is { } entity ? new EntityView(found, request.Languages).Scale(entity, axis) : null,
            WhoJson.Shapes.ScaleAnswer);
    }

    private static void MapIcd10(RouteGroupBuilder group)
    {
        group.MapGet("", (WhoRequest request) => WhoRequest.Answer(Icd10(request)?.Versions(), WhoJson.Shapes.MultiVersion));
        // A code has a letter, so four digits are a release.
        group.MapGet(@"/{release:regex(^\d{{4}}$)}", (WhoRequest request, string release) => WhoRequest.Answer(Icd10(request, release)?.TopLevel(), WhoJson.Shapes.TopLevel));
        group.MapGet("/{code}", (WhoRequest request, string code) => WhoRequest.Answer(Icd10(request)?.Versions(code), WhoJson.Shapes.MultiVersion));
        group.MapGet(@"/{release:regex(^\d{{4}}$)}/{code}", (WhoRequest request, string release, string code) => WhoRequest.Answer(Icd10(request, release)?.Describe(code), WhoJson.Shapes.EntityAnswer));
    }

    /// <summary>What every answer has, and none.</summary>
    private static async ValueTask<object?> Frame(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers["API-Version"] = Version;
        http.Response.Headers.Vary = "Accept, Accept-Language";
        // What was looked for may say what ails somebody: a shared workstation keeps it on no disk.
        http.Response.Headers.CacheControl = "no-store";
        // Clients take whatever stands in the body of an error for an entity.
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        return http.Request.Headers["API-Version"].ToString() is { Length: > 0 } asked && !asked.StartsWith("v2", StringComparison.OrdinalIgnoreCase)
            ? Results.Text($"API-Version is '{asked}'; this server answers v2 only.", statusCode: StatusCodes.Status400BadRequest)
            : await next(context);
    }

    private static void MapSearch(this RouteGroupBuilder group, string pattern, Func<WhoRequest, Task<IResult>> search) =>
        group.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Post], (WhoRequest request) => search(request)).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestForm));

    private static async Task<IResult> SearchAsync(WhoRequest request, IReadOnlyList<Linearization> linearizations, bool isFoundation)
    {
        IEnumerable<KeyValuePair<string, StringValues>> parameters = request.Http.Request.Query;
        if (HttpMethods.IsPost(request.Http.Request.Method) && request.Http.Request.HasFormContentType)
        {
            try
            {
                parameters = parameters.Concat(await request.Http.Request.ReadFormAsync(request.Http.RequestAborted));
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException)
            {
                return Results.Text($"The form cannot be read: {exception.Message}", statusCode: StatusCodes.Status400BadRequest);
            }
        }

        if (WhoSearchParameters.Read(parameters, isFoundation, out var error) is not { } read)
            return WhoRequest.Answer(new SearchAnswer { UniqueSearchId = "", Error = true, ErrorMessage = error }, WhoJson.Shapes.SearchAnswer);
        var answers = linearizations.Select(linearization => new WhoSearch(request, linearization, isFoundation).Search(read)).ToList();
        return WhoRequest.Answer(answers is [var only] ? only : Together(answers), WhoJson.Shapes.SearchAnswer);
    }

    /// <summary>The Foundation holds what several linearizations show of it.</summary>
    private static SearchAnswer Together(List<SearchAnswer> answers) => answers[0] with
    {
        DestinationEntities = [.. answers.SelectMany(answer => answer.DestinationEntities).DistinctBy(entity => entity.Id).OrderByDescending(entity => entity.Score)],
        ResultChopped = answers.Exists(answer => answer.ResultChopped),
        Words = answers[0].Words is null ? null : [.. answers.SelectMany(answer => answer.Words ?? []).DistinctBy(word => word.Label)],
        GuessType = answers.Select(answer => answer.GuessType).FirstOrDefault(type => type != 0),
        WordSuggestionsChopped = answers.Exists(answer => answer.WordSuggestionsChopped),
    };

    private static IResult Autocode(WhoRequest request, Linearization linearization, bool isFoundation)
    {
        var threshold = request.Query("matchThreshold");
        if (!double.TryParse(threshold.Length == 0 ? "0" : threshold, NumberStyles.Float, CultureInfo.InvariantCulture, out var least))
            return Results.Text($"matchThreshold is '{threshold}'; expected is a number from 0 to 1.", statusCode: StatusCodes.Status400BadRequest);
        KeyValuePair<string, StringValues>[] parameters = [new("q", request.Query("searchText")), new("subtreesFilter", request.Query("subtreesFilter"))];
        return WhoSearchParameters.Read(parameters, isFoundation, out var error) is { } read
            ? WhoRequest.Answer(new WhoSearch(request, linearization, isFoundation).Autocode(read, least), WhoJson.Shapes.AutocodeAnswer)
            : Results.Text(error, statusCode: StatusCodes.Status400BadRequest);
    }

    /// <summary>An entity that has a code is itself; a heading is its unspecified residual, where it has one.</summary>
    private static Entity? Lookup(Linearization linearization, string address) =>
        !EntityUri.TryParse(address.Trim(), out var uri) || !linearization.Release.TryFind(uri, out var entity) ? null
        : entity.IsSelectable ? entity : entity.ResidualChild(Residual.Unspecified) ?? entity;

    private static Linearization? Find(WhoRequest request) =>
        Linearization.Find(request.Loaded, $"{request.Http.GetRouteValue("release")}", $"{request.Http.GetRouteValue("linearization")}");

    private static CombinationView? Combinations(WhoRequest request) => Find(request) is { } found ? new(found, request.Languages) : null;

    private static Icd10View? Icd10(WhoRequest request, string? release = null) =>
        request.Loaded.Icd10 is { } icd10 && (release is null || icd10.Key.ReleaseId.ToString() == release) ? new(icd10, request.Languages, request.Loaded.Catalog) : null;
}
