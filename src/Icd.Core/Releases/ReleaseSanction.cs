namespace Icd.Core.Releases;

/// <summary>A sanctioning rule as a compiled release keeps it; see <see cref="DraftSanction"/>.</summary>
internal readonly record struct ReleaseSanction(Entity Stem, Entity Value, Entity Target, bool IsCertain, bool ImpliesWords);
