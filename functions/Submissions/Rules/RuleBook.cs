using Homeward.Submissions.Rules.Beds;
using Homeward.Submissions.Rules.Community;
using Homeward.Submissions.Rules.Crfd;
using Homeward.Submissions.Rules.General;
using Homeward.Submissions.Rules.Keys;
using Homeward.Submissions.Rules.Oaps;
using Homeward.Submissions.Rules.Patients;
using Homeward.Submissions.Rules.Referrals;
using Homeward.Submissions.Rules.Requests;
using Homeward.Submissions.Rules.Restrictive;
using Homeward.Submissions.Rules.Reviews;
using Homeward.Submissions.Rules.Spells;
using Homeward.Submissions.Rules.Spend;
using Homeward.Submissions.Rules.Submission;
using Homeward.Submissions.Rules.WardStays;

namespace Homeward.Submissions.Rules;

/// <summary>Which rules judge what, in the order of judgement: rejecting rules first, parents before children; then warnings; then the whole.</summary>
static class RuleBook
{
    /// <summary>Rejecting rules that look at one value at a time; they judge every table.</summary>
    public static IReadOnlyList<IRule> Values { get; } = [new Gen001(), new Gen002()];

    /// <summary>Rejecting rules about keys; they judge every table, parents before children.</summary>
    public static IReadOnlyList<IRule> Keys { get; } = [new Gen005(), new Gen006()];

    /// <summary>Rejecting rules by table; a rule sees which rows of the parent table stand.</summary>
    public static ILookup<string, IRule> Rows { get; } = Lookup(
        ("patients", [new Pat001(), new Pat003(), new Pat005(), new Pat006()]),
        ("referrals", [new Ref001(), new Ref002(), new Ref003()]),
        ("spells", [new Spl001(), new Spl002()]),
        ("ward_stays", [new Wst001(), new Wst002()]),
        ("beds", [new Bed001()]),
        ("oaps", [new Oap001(), new Oap006()]),
        ("reviews", [new Rev002()]),
        ("requests", [new Req001("ReceivedDateTime", "OutcomeDateTime")]),
        ("offers", [new Req001("AskedDateTime", "AnswerDateTime")]),
        ("crfd", [new Crf001()]),
        ("community", [new Com001()]),
        ("spend", [new Spd002()]),
        ("restrictive", [new Res001()]));

    /// <summary>Warnings about values of any table.</summary>
    public static IReadOnlyList<IRule> ValueWarnings { get; } = [ValueRule.Gen003, ValueRule.Gen004, ValueRule.Gen007, ValueRule.Wst005];

    /// <summary>Warnings by table; they see every table after all rejections.</summary>
    public static ILookup<string, IRule> Warnings { get; } = Lookup(
        ("patients", [new Pat002(), new Pat004(), new Pat007()]),
        ("referrals", [new Ref004(), new Ref005()]),
        ("spells", [new Spl003(), new Spl004(), new Spl005()]),
        ("ward_stays", [new Wst003(), new Wst004(), new Wst006(), new Wst007(), new Wst008()]),
        ("beds", [new Bed002(), new Bed003()]),
        ("reviews", [new Rev001()]),
        ("spend", [new Spd001()]));

    /// <summary>Rules about files and the submission as a whole.</summary>
    public static IReadOnlyList<ISubmissionRule> Submission { get; } =
    [
        new Sub001(), new Sub002(), new Sub003(), new Sub004(), new Sub005(), new Sub006(), new Sub007(), new Sub008(),
        new Sub009(), new Sub010(), new Sub011(), new Sub012(), new Gen008(), new Gen009(),
    ];

    static ILookup<string, IRule> Lookup(params (string Table, IRule[] Rules)[] tables) =>
        tables.SelectMany(table => table.Rules.Select(rule => (table.Table, rule))).ToLookup(pair => pair.Table, pair => pair.rule);
}
