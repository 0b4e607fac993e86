using Homeward.Pipeline.Tests.Uploads;
using Homeward.Reference;

namespace Homeward.App.Tests.Running;

/// <summary>Callers of the small world, one of each role.</summary>
static class People
{
    public const string Trust = "11111111-0000-0000-0000-000000000001";
    public const string OtherTrust = "11111111-0000-0000-0000-000000000002";
    public const string Analyst = "22222222-0000-0000-0000-000000000001";
    public const string CaseManager = "33333333-0000-0000-0000-000000000001";
    public const string OtherCaseManager = "33333333-0000-0000-0000-000000000002";

    public static ReferenceData AddTo(SmallWorld world)
    {
        world.Reference(
            ("callers.csv", $"""
                object_id,role,org_code,collaborative
                {Trust},Provider,RWR,
                {OtherTrust},Provider,RYK,
                {Analyst},Analyst,,
                {CaseManager},CaseManager,,OUR
                {OtherCaseManager},CaseManager,,THEIR
                """),
            ("collaboratives.csv", """
                collaborative,name,baseline_from,baseline_to
                OUR,Our Collaborative,,
                THEIR,Their Collaborative,,
                """),
            ("collaborative_service_lines.csv", """
                collaborative,service_line,from,to
                OUR,AAC,,
                THEIR,CYP,,
                """));
        return ReferenceData.Load(Directory.EnumerateFiles(world.ReferenceFolder).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes));
    }
}
