namespace Icd.Core.Releases;

/// <summary>A release that a program carries with it.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Open">Opens it; called once at most.</param>
public sealed record EmbeddedRelease(ReleaseKey Key, Func<Release> Open);
