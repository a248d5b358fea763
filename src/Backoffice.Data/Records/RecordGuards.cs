using System.Globalization;
using Backoffice.Data.Schema;
using Forms.Directory;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;

namespace Backoffice.Data.Records;

/// <summary>What must hold between a record in the database and the one that shall replace it.</summary>
internal static class RecordGuards
{
    /// <exception cref="RefusalException">Conflict: says who saved when.</exception>
    internal static void DemandVersion(Record found, long version, CompanyDirectory directory, TimeZoneInfo zone)
    {
        if (found.Version == version)
        {
            return;
        }

        var who = found.ModifiedBy is { } person ? directory.Person(person)?.Name ?? "Somebody who left" : "The system";
        var when = TimeZoneInfo.ConvertTime(found.ModifiedAt, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        throw new RefusalException(
            RefusalReason.Conflict,
            "record.changed",
            string.Create(CultureInfo.InvariantCulture, $"{who} saved this record at {when}, while you were editing version {version}. It is at version {found.Version} now; nothing of yours was saved."));
    }

    /// <exception cref="RefusalException">Invalid state: in approval.</exception>
    internal static void DemandUnlocked(Record found, Actor actor)
    {
        if (found.LockedBy is not null && actor.Source != ChangeSource.Workflow)
        {
            throw new RefusalException(RefusalReason.InvalidState, "record.in-approval", "This record is in approval and cannot be changed until it comes back or is decided.");
        }
    }

    /// <summary>People leave fields alone that only workflows, imports and formulas write, and nobody changes a number given.</summary>
    internal static IEnumerable<Problem> ReadOnly(RecordLayout layout, Actor actor, Func<FieldDefinition, object?> before, Record after)
    {
        foreach (var binding in layout.Columns.Where(binding => !binding.Field.IsComputed))
        {
            var field = binding.Field;
            var person = actor is { IsSystem: false, Source: ChangeSource.Page or ChangeSource.Api };
            if ((field is AutoNumberField || (field.ReadOnly && person)) && !Equals(before(field), after[field.Name]) && !(field is AutoNumberField && !person))
            {
                yield return new Problem(field.Name, "field.read-only", $"{field.Label} cannot be changed here.") { Arguments = [field.Label] };
            }
        }
    }
}
