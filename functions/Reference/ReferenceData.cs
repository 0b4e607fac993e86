namespace Homeward.Reference;

/// <summary>Every problem of a reference folder, in one message.</summary>
public sealed class ReferenceException(IReadOnlyList<string> problems)
    : Exception($"The reference data has {problems.Count} problem(s):\n" + string.Join('\n', problems.Select(p => "- " + p)))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}

/// <summary>What a deployment knows about the world, as reference.md lays it down: loaded once, immutable, effective-dated.</summary>
public sealed class ReferenceData
{
    ReferenceData()
    {
    }

    /// <summary>Reads a reference folder.</summary>
    /// <param name="files">File name (<c>organisations.csv</c>, <c>settings.json</c>, …) → its bytes.</param>
    /// <exception cref="ReferenceException">The files are unreadable or contradict each other.</exception>
    public static ReferenceData Load(IReadOnlyDictionary<string, byte[]> files) => throw new NotImplementedException();

    /// <summary>File name → SHA-256 (hex, lower case) of the bytes used, shipped code lists included; sorted by name.</summary>
    public IReadOnlyDictionary<string, string> Hashes => throw new NotImplementedException();

    /// <summary>Unknown files and columns that were passed over.</summary>
    public IReadOnlyList<string> Notes => throw new NotImplementedException();

    public Settings Settings => throw new NotImplementedException();

    public CodeLists Codes => throw new NotImplementedException();

    /// <summary>All collaboratives, by code.</summary>
    public IReadOnlyList<Collaborative> Collaboratives => throw new NotImplementedException();

    /// <summary>All organisation rows, by code and start.</summary>
    public IReadOnlyList<Organisation> Organisations => throw new NotImplementedException();

    /// <summary>All site rows, by code and start.</summary>
    public IReadOnlyList<Site> Sites => throw new NotImplementedException();

    /// <summary>The organisation in force on a date; null where the code is unknown or not live then.</summary>
    public Organisation? Organisation(string code, DateOnly on) => throw new NotImplementedException();

    public Site? Site(string code, DateOnly on) => throw new NotImplementedException();

    /// <summary>The organisation that a code stands for: itself, or the one that owns the site; null where unknown.</summary>
    public string? OwningOrganisation(string organisationOrSite, DateOnly on) => throw new NotImplementedException();

    /// <param name="postcode">In any spacing and case.</param>
    public Place? Place(string postcode) => throw new NotImplementedException();

    /// <summary>True where the postcode is a hospital site's: no evidence of home (PAT007).</summary>
    public bool IsSitePostcode(string postcode, DateOnly on) => throw new NotImplementedException();

    public Practice? Practice(string code, DateOnly on) => throw new NotImplementedException();

    /// <summary>The collaborative that has the organisation as a member on a date; null where none has.</summary>
    public Collaborative? CollaborativeOfMember(string organisation, DateOnly on) => throw new NotImplementedException();

    /// <summary>The one collaborative with natural-flow rows for a home ICB and service line on a date; null where none has.</summary>
    public Collaborative? CollaborativeOfHome(string homeIcb, ServiceLine line, DateOnly on) => throw new NotImplementedException();

    /// <summary>reference.md, "In flow": is the site local to a person of this home, for this line, in their collaborative?</summary>
    public Flow FlowOf(string? homeIcb, ServiceLine line, string? site, DateOnly on) => throw new NotImplementedException();
}
