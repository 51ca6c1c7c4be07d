using Icd.Mapping;

namespace Icd.Transition.Scan;

/// <summary>A part of ICD-11's tree that takes the place of a range, prefix or list.</summary>
/// <param name="Code">A category's code, a chapter's number, or for a block its first and last code, <c>BA40-BA6Z</c>.</param>
/// <param name="BlockId">WHO's identifier of a block; <see langword="null"/> for others.</param>
/// <param name="Title">Its title.</param>
/// <param name="HasNorwegian">Whether the title in bokmål is Norwegian; where there is none, it is the English one.</param>
/// <param name="IsAlone">Whether only the category itself is meant, without what is below it.</param>
/// <param name="Targets">How many of its stem codes are answers of the codes that are meant.</param>
/// <param name="Extra">How many of its stem codes are what other ICD-10 codes became: they would be counted in addition.</param>
/// <param name="ExtraExamples">Some of them, each with its ICD-10 code.</param>
public sealed record Subtree(string Code, string? BlockId, MapText Title, bool HasNorwegian, bool IsAlone, int Targets, int Extra, IReadOnlyList<SubtreeExtra> ExtraExamples);
