namespace Icd.Api.Who;

/// <summary>WHO's ICD-API, version 2, <c>/icd</c>.</summary>
internal static class WhoRoutes
{
    public static void MapWho(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/icd");
        _ = group;
    }
}
