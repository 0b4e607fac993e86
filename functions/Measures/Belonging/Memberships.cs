using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Measures.Belonging;

/// <summary>Which collaborative an organisation belongs to, and which service lines a collaborative answers for, on a day.</summary>
sealed class Memberships
{
    /// <summary>No collaborative.</summary>
    public const int None = -1;

    /// <summary>A member, but of a collaborative that does not answer for the service line.</summary>
    public const int OtherLine = -2;

    readonly Dictionary<string, List<(int Collaborative, int From, int To)>> members = new(StringComparer.Ordinal);
    readonly List<(ServiceLine Line, int From, int To)>[] lines;
    readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);

    public Memberships(IReadOnlyList<Collaborative> collaboratives)
    {
        Collaboratives = collaboratives;
        lines = new List<(ServiceLine, int, int)>[collaboratives.Count];
        for (var i = 0; i < collaboratives.Count; i++)
        {
            indexes[collaboratives[i].Code] = i;
            lines[i] = [.. collaboratives[i].Lines.Select(l => (l.Line, DateColumn.Days(l.Effective.From), DateColumn.Days(l.Effective.To)))];
            foreach (var member in collaboratives[i].Members)
            {
                if (!members.TryGetValue(member.Organisation, out var rows))
                {
                    members[member.Organisation] = rows = [];
                }

                rows.Add((i, DateColumn.Days(member.Effective.From), DateColumn.Days(member.Effective.To)));
            }
        }
    }

    /// <summary>By code; elsewhere a collaborative is its position here.</summary>
    public IReadOnlyList<Collaborative> Collaboratives { get; }

    public int IndexOf(Collaborative? collaborative) => collaborative is null ? None : indexes[collaborative.Code];

    /// <summary>The collaborative of a member, the one that answers for the line where there are several.</summary>
    /// <returns>Its index, <see cref="None"/> or <see cref="OtherLine"/>.</returns>
    public int OfMember(string organisation, ServiceLine line, int day)
    {
        var found = None;
        if (!members.TryGetValue(organisation, out var rows))
        {
            return found;
        }

        foreach (var row in rows)
        {
            if (row.From <= day && day <= row.To)
            {
                if (AnswersFor(row.Collaborative, line, day))
                {
                    return row.Collaborative;
                }

                found = OtherLine;
            }
        }

        return found;
    }

    /// <summary>An unknown line counts in.</summary>
    public bool AnswersFor(int collaborative, ServiceLine line, int day)
    {
        if (line == ServiceLine.Unknown)
        {
            return true;
        }

        foreach (var row in lines[collaborative])
        {
            if (row.Line == line && row.From <= day && day <= row.To)
            {
                return true;
            }
        }

        return false;
    }
}
