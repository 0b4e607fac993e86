using System.Collections.Concurrent;
using System.Text;
using Homeward.Reference.Loading;

namespace Homeward.Reference;

/// <summary>What a deployment knows about the world, as reference.md lays it down: loaded once, immutable, effective-dated.</summary>
public sealed class ReferenceData
{
    readonly Dated<Organisation> organisations;
    readonly Dated<Site> sites;
    readonly Dated<Practice> practices;
    readonly Places places;
    readonly Dictionary<ulong, Effective[]> sitePostcodes;
    readonly ILookup<string, (Collaborative Collaborative, Member Member)> memberships;
    readonly ConcurrentDictionary<DateOnly, FlowOnDate> flows = new();

    ReferenceData(FolderReader folder)
    {
        var log = folder.Log;
        Settings = SettingsFile.Read(folder);
        Codes = CodeListFiles.Read(folder.Files, log);

        var organisationRows = OrganisationFiles.Organisations(folder);
        var siteRows = OrganisationFiles.Sites(folder);
        organisations = new(organisationRows.Select(row => row.Row), row => row.Code, row => row.Effective);
        sites = new(siteRows.Select(row => row.Row), row => row.Code, row => row.Effective);
        practices = new(OrganisationFiles.Practices(folder).Select(row => row.Row), row => row.Code, row => row.Effective);
        places = PlaceFile.Read(folder);
        var icbs = organisations.All.Where(row => row.Kind == OrganisationKind.Icb).Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        Collaboratives = CollaborativeLoad.Read(folder, organisations, icbs, sites);
        var sources = AccessFiles.Sources(folder);
        var callers = AccessFiles.Callers(folder);
        Sources = [.. sources.Select(source => source.Row)];
        Callers = [.. callers.Select(caller => caller.Row)];

        Contradictions.OfSites(siteRows, organisations, log);
        Contradictions.OfAccess(sources, callers, organisations, Collaboratives.Select(c => c.Code).ToHashSet(StringComparer.Ordinal), log);
        Contradictions.OfIcbs(OrganisationFiles.OrganisationsFile, organisations.All.Select(row => row.Icb).OfType<string>(), icbs, log);
        Contradictions.OfIcbs(OrganisationFiles.PracticesFile, practices.All.Select(row => row.Icb), icbs, log);
        Contradictions.OfIcbs(PlaceFile.Name, places.Icbs, icbs, log);
        log.ThrowIfAny();

        sitePostcodes = sites.All.Where(site => site.Postcode is not null)
            .GroupBy(site => Postcode.Key(Encoding.ASCII.GetBytes(site.Postcode!)), site => site.Effective)
            .ToDictionary(same => same.Key, same => same.ToArray());
        memberships = Collaboratives.SelectMany(collaborative => collaborative.Members, (collaborative, member) => (collaborative, member))
            .ToLookup(membership => membership.member.Organisation, StringComparer.Ordinal);
        Hashes = folder.Hashes();
        Notes = log.Notes;
    }

    /// <summary>Reads a reference folder.</summary>
    /// <param name="files">File name (<c>organisations.csv</c>, <c>settings.json</c>, …) → its bytes.</param>
    /// <exception cref="ReferenceException">The files are unreadable or contradict each other.</exception>
    public static ReferenceData Load(IReadOnlyDictionary<string, byte[]> files) => new(new FolderReader(files, new LoadLog()));

    /// <summary>File name → SHA-256 (hex, lower case) of the bytes used, shipped code lists included; sorted by name.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; }

    /// <summary>Unknown files, columns and settings that were passed over, absent files, and codes that lead nowhere.</summary>
    public IReadOnlyList<string> Notes { get; }

    public Settings Settings { get; }

    public CodeLists Codes { get; }

    /// <summary>All collaboratives, by code.</summary>
    public IReadOnlyList<Collaborative> Collaboratives { get; }

    /// <summary>Where submissions are fetched from, in file order.</summary>
    public IReadOnlyList<PullSource> Sources { get; }

    /// <summary>Who may ask over HTTP, in file order.</summary>
    public IReadOnlyList<Caller> Callers { get; }

    /// <summary>All organisation rows, by code and start.</summary>
    public IReadOnlyList<Organisation> Organisations => organisations.All;

    /// <summary>All site rows, by code and start.</summary>
    public IReadOnlyList<Site> Sites => sites.All;

    /// <summary>The organisation in force on a date; null where the code is unknown or not live then.</summary>
    public Organisation? Organisation(string code, DateOnly on) => organisations.On(code, on);

    public Site? Site(string code, DateOnly on) => sites.On(code, on);

    /// <summary>The organisation that a code stands for: itself, or the one that owns the site; null where unknown.</summary>
    public string? OwningOrganisation(string organisationOrSite, DateOnly on) =>
        Organisation(organisationOrSite, on)?.Code ?? Site(organisationOrSite, on)?.Organisation;

    /// <param name="postcode">In any spacing and case.</param>
    public Place? Place(string postcode) => places.Find(Key(postcode));

    /// <inheritdoc cref="Place(string)"/>
    public Place? Place(ReadOnlySpan<byte> postcode) => places.Find(Postcode.Key(postcode));

    /// <summary>True where the postcode is a hospital site's: no evidence of home (PAT007).</summary>
    public bool IsSitePostcode(string postcode, DateOnly on) => IsSitePostcode(Key(postcode), on);

    /// <inheritdoc cref="IsSitePostcode(string, DateOnly)"/>
    public bool IsSitePostcode(ReadOnlySpan<byte> postcode, DateOnly on) => IsSitePostcode(Postcode.Key(postcode), on);

    /// <summary>True where the organisation is live on some day of <paramref name="span"/>.</summary>
    public bool HasOrganisation(string code, Effective span) => organisations.KnowsDuring(code, span);

    /// <inheritdoc cref="HasOrganisation"/>
    public bool HasSite(string code, Effective span) => sites.KnowsDuring(code, span);

    /// <inheritdoc cref="HasOrganisation"/>
    public bool HasPractice(string code, Effective span) => practices.KnowsDuring(code, span);

    /// <summary>True where an organisation, site or practice has the code, on whatever date.</summary>
    public bool Knows(string code) => organisations.Knows(code) || sites.Knows(code) || practices.Knows(code);

    public Practice? Practice(string code, DateOnly on) => practices.On(code, on);

    /// <summary>
    /// The collaborative that has the organisation as a member on a date; null where none has. Where two have, for different service
    /// lines, the first by code: <see cref="CollaborativeOfMember(string, ServiceLine, DateOnly)"/> tells them apart.
    /// </summary>
    public Collaborative? CollaborativeOfMember(string organisation, DateOnly on) => Memberships(organisation, on).FirstOrDefault();

    /// <summary>
    /// The collaborative that has the organisation as a member on a date and answers for the service line then; for a line that is
    /// Unknown as above. At most one does: start-up refuses two.
    /// </summary>
    public Collaborative? CollaborativeOfMember(string organisation, ServiceLine line, DateOnly on) => Memberships(organisation, on)
        .FirstOrDefault(collaborative => line == ServiceLine.Unknown || collaborative.Lines.Any(own => own.Line == line && own.Effective.On(on)));

    /// <summary>The one collaborative with natural-flow rows for a home ICB and service line on a date; null where none has.</summary>
    public Collaborative? CollaborativeOfHome(string homeIcb, ServiceLine line, DateOnly on)
    {
        var flow = FlowOn(on);
        return flow.Collaborative(flow.Home(homeIcb), line);
    }

    /// <summary>reference.md, "In flow": is the site local to a person of this home, for this line, in their collaborative?</summary>
    public Flow FlowOf(string? homeIcb, ServiceLine line, string? site, DateOnly on) => FlowOn(on).Of(homeIcb, line, site);

    /// <summary>The natural flow of a day, for work per row.</summary>
    public FlowOnDate FlowOn(DateOnly on) => flows.GetOrAdd(on, static (day, data) => new FlowOnDate(data.Collaboratives, day), this);

    IEnumerable<Collaborative> Memberships(string organisation, DateOnly on)
    {
        foreach (var (collaborative, member) in memberships[organisation])
        {
            if (member.Effective.On(on))
            {
                yield return collaborative;
            }
        }
    }

    bool IsSitePostcode(ulong key, DateOnly on) =>
        sitePostcodes.TryGetValue(key, out var sites) && Array.Exists(sites, effective => effective.On(on));

    static ulong Key(string postcode)
    {
        Span<byte> ascii = stackalloc byte[64];
        return Encoding.ASCII.TryGetBytes(postcode, ascii, out var length) ? Postcode.Key(ascii[..length]) : 0;
    }
}
