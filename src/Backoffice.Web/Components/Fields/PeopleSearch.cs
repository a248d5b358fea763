using Forms.Directory;

namespace Backoffice.Web.Components.Fields;

/// <summary>Finds people by any part of a name, by their key (which is the name in pinyin), by its initials ("ly" finds Lin Yuwei), by title or unit.</summary>
public static class PeopleSearch
{
    /// <summary>People with the company who match; whose name begins with the text first. All for an empty text.</summary>
    public static IEnumerable<Person> Find(CompanyDirectory directory, string text, Func<OrgUnit, string> unitLabel)
    {
        var wanted = text.Trim();
        return directory.People
            .Where(person => person.Active)
            .Select(person => (Person: person, Rank: Rank(directory, person, wanted, unitLabel)))
            .Where(found => found.Rank >= 0)
            .OrderBy(found => found.Rank)
            .ThenBy(found => found.Person.Name, StringComparer.CurrentCulture)
            .Select(found => found.Person);
    }

    private static int Rank(CompanyDirectory directory, Person person, string text, Func<OrgUnit, string> unitLabel)
    {
        if (text.Length == 0 || Begins(person.Name, text) || Begins(person.Key, text))
        {
            return 0;
        }

        if (Begins(InitialsOf(person.Key), text) || Begins(InitialsOf(person.Name), text) || Begins(person.Key.Replace(".", string.Empty, StringComparison.Ordinal), text.Replace(" ", string.Empty, StringComparison.Ordinal)))
        {
            return 1;
        }

        return Has(person.Name, text) || Has(person.Key, text) ? 2
            : Has(person.Title, text) || (directory.Unit(person.Unit) is { } unit && Has(unitLabel(unit), text)) ? 3
            : -1;
    }

    private static string InitialsOf(string name) =>
        new([.. name.Split([' ', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => word[0])]);

    private static bool Begins(string text, string part) => text.StartsWith(part, StringComparison.CurrentCultureIgnoreCase);

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.CurrentCultureIgnoreCase) == true;
}
