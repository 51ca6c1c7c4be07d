namespace Icd.Api.Hosting;

/// <summary>Who sends a request.</summary>
/// <param name="Name">The name of its key, or the client of its token.</param>
/// <param name="MayRead">Whether it may ask.</param>
/// <param name="MayAdminister">Whether it may use the administration.</param>
internal sealed record Client(string Name, bool MayRead, bool MayAdminister)
{
    /// <summary>Whoever sits at this machine, where no authentication is configured.</summary>
    public static Client Local { get; } = new("local", MayRead: true, MayAdminister: true);
}
