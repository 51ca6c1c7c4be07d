namespace Icd.Api.Rest;

/// <summary>The REST interface, <c>/api/v1</c>.</summary>
internal static class RestRoutes
{
    public static void MapRest(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1");
        _ = group;
    }
}
