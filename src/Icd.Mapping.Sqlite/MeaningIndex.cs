using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;
using Microsoft.Data.Sqlite;

namespace Icd.Mapping.Sqlite;

/// <summary>Writes what expressions of one release mean, as positions in its tree.</summary>
internal sealed class MeaningIndex
{
    private readonly Release _release;
    private readonly Lazy<ExpressionSubsumption> _subsumption;

    public MeaningIndex(Release release)
    {
        _release = release;
        // Positions come from the release, what follows from an expression from the tables in the core: where either is another one, rows are written anew.
        Fingerprint = $"{release.ContentHash} {typeof(Release).Module.ModuleVersionId:N}";
        _subsumption = new(() =>
        {
            var axes = new StemAxes(release);
            return new(new(axes), SanctioningRules.Of(axes));
        });
    }

    public ReleaseId ReleaseId => _release.Key.ReleaseId;

    public bool IsStarter => _release.Key.IsStarter;

    public string Fingerprint { get; }

    /// <summary>Writes the tree; what was there of the same release is replaced.</summary>
    public void WriteTree(SqliteConnection connection, SqliteTransaction transaction)
    {
        using (var release = connection.CreateCommand())
        {
            release.Transaction = transaction;
            release.CommandText = """
                delete from icd_release where release = @release;
                insert into icd_release (release, is_starter, fingerprint) values (@release, @starter, @fingerprint);
                """;
            release.Parameters.AddWithValue("@release", ReleaseId.ToString());
            release.Parameters.AddWithValue("@starter", IsStarter ? 1 : 0);
            release.Parameters.AddWithValue("@fingerprint", Fingerprint);
            release.ExecuteNonQuery();
        }

        using var entities = connection.CreateCommand();
        entities.Transaction = transaction;
        entities.CommandText = "insert into icd_entity (release, node, last, id, residual) values (@release, @node, @last, @id, @residual)";
        entities.Parameters.AddWithValue("@release", ReleaseId.ToString());
        var (node, last, id, residual) = (entities.Parameters.Add("@node", SqliteType.Integer), entities.Parameters.Add("@last", SqliteType.Integer), entities.Parameters.Add("@id", SqliteType.Integer), entities.Parameters.Add("@residual", SqliteType.Integer));
        foreach (var entity in _release.Entities.Where(entity => entity.Id != 0))
        {
            (node.Value, last.Value, id.Value, residual.Value) = (entity.Index, entity.Index + entity.DescendantCount, (long)entity.Id, (int)entity.Residual);
            entities.ExecuteNonQuery();
        }
    }

    /// <summary>Writes the members of a diagnosis.</summary>
    /// <returns>Whether the release has them all.</returns>
    public bool TryWrite(SqliteConnection connection, SqliteTransaction transaction, long diagnosis, in ClusterExpression expression)
    {
        if (_subsumption.Value.MeaningOf(in expression) is not { } meanings) return false;
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            insert into diagnosis_member (diagnosis, stem, position, is_value, release, node, axis, is_written)
            values (@diagnosis, @stem, @position, @isValue, @release, @node, @axis, @isWritten)
            """;
        command.Parameters.AddWithValue("@diagnosis", diagnosis);
        command.Parameters.AddWithValue("@release", ReleaseId.ToString());
        var (stem, position, isValue) = (command.Parameters.Add("@stem", SqliteType.Integer), command.Parameters.Add("@position", SqliteType.Integer), command.Parameters.Add("@isValue", SqliteType.Integer));
        var (node, axis, isWritten) = (command.Parameters.Add("@node", SqliteType.Integer), command.Parameters.Add("@axis", SqliteType.Text), command.Parameters.Add("@isWritten", SqliteType.Integer));
        foreach (var meaning in meanings)
        {
            (stem.Value, position.Value) = (meaning.Position, 0);
            foreach (var entity in meaning.Stems) Insert(entity, null, false, true);
            foreach (var value in meaning.Values) Insert(value.Entity, value.Axis, true, value.IsWritten);
        }

        return true;

        void Insert(Entity entity, string? onAxis, bool value, bool written)
        {
            (isValue.Value, node.Value, axis.Value, isWritten.Value) = (value ? 1 : 0, entity.Index, (object?)onAxis ?? DBNull.Value, written ? 1 : 0);
            command.ExecuteNonQuery();
            position.Value = (int)position.Value! + 1;
        }
    }
}
