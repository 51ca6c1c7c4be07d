using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Mapping;

/// <summary>An expression, and the codes to report for it.</summary>
/// <param name="Codes">The codes, the main one first.</param>
/// <param name="Members">What an expression must say for these codes; the stem that the entry is found by first.</param>
/// <param name="Relation">How the members stand to the codes.</param>
/// <param name="Provenance">Who says so.</param>
internal sealed record BackEntry(IReadOnlyList<Icd10Code> Codes, BackMember[] Members, MapRelation Relation, Provenance Provenance)
{
    /// <summary>What the authored rule of the way back says; <see langword="null"/> for the inverse of an answer.</summary>
    public Rules.BackRule? Rule { get; init; }

    /// <summary>The code that decides; <c>default</c> where a rule says that ICD-10 has none.</summary>
    public Icd10Code Code => Codes.Count > 0 ? Codes[0] : default;

    /// <summary>Whether this is a rule that supplies a dagger code, and a code for such a disease is there already.</summary>
    /// <param name="categories">Of the codes that are there.</param>
    public bool Repeats(IReadOnlySet<Icd10Code> categories) =>
        Codes.Count > 1 && (categories.Contains(Code.Category) || Rule!.Alternatives.Any(other => categories.Contains(Icd10Code.Parse(other.Target.Split(' ')[0]).Category)));

    /// <summary>Whether the codes say more than the members.</summary>
    public bool SaysMore => MapRelations.SaysMore(Relation);

    /// <summary>The members of an expression that this entry's members stand for; <see langword="null"/> where the entry says more than the expression.</summary>
    /// <param name="open">What no code says yet.</param>
    /// <param name="said">The stems that other codes say: an asterisk code may stand beside them.</param>
    /// <param name="stem">The stem that the entry was found by.</param>
    public Coverage? Cover(List<BackMember> open, List<BackMember> said, BackMember stem)
    {
        var cover = new Coverage();
        for (var i = 0; i < Members.Length; i++)
        {
            var own = Members[i];
            var found = i == 0 ? stem : open.Find(member => member.IsStem == own.IsStem && ClusterUnion.Meaning(own.Entity).Contains(member.Entity) && !cover.Used.Contains(member) && (own.IsStem || own.Stem != 0 || member.Stem == stem.Index));
            if (found is not null)
            {
                cover.Used.Add(found);
                if (own.Entity == found.Entity) cover.Exact++;
                else if (i > 0 && found.IsStem) cover.Partly.Add(found);
            }
            else if (own.IsStem && DaggerPair.IsAsterisk(Code) && said.Exists(member => ClusterUnion.Meaning(own.Entity).Contains(member.Entity)))
            {
                // The disease that an asterisk code names beside the manifestation is said by its dagger code.
                cover.Beside++;
            }
            else
            {
                return null;
            }
        }

        return cover;
    }

    /// <summary>Whether an entity is the "unspecified" of one that a member names, or the other way round: both say the same.</summary>
    public bool Says(Entity entity) => Members.Any(own => ClusterUnion.Meaning(own.Entity) == ClusterUnion.Meaning(entity));

    /// <summary>How an expression covers an entry.</summary>
    internal sealed class Coverage
    {
        /// <summary>The members of the expression that the entry says.</summary>
        public List<BackMember> Used { get; } = [];

        /// <summary>Stems beside the first one that it says only in part: they lie below its own.</summary>
        public List<BackMember> Partly { get; } = [];

        /// <summary>How many of them it says exactly.</summary>
        public int Exact { get; set; }

        /// <summary>How many members of the entry another code says already.</summary>
        public int Beside { get; set; }
    }
}
