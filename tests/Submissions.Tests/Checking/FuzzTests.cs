using System.Text;
using Homeward.Submissions.Feedback;
using Homeward.Submissions.Specification;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Checking;

/// <summary>Damaged bytes give findings, never an exception.</summary>
public class FuzzTests
{
    const int Rounds = 40;

    public static TheoryData<string> Tables => [.. SpecificationTables.All.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Run_DamagedFile_IsJudged(string table)
    {
        var random = new Random(table.Length * 7919 + table[0]);
        var clean = Encoding.UTF8.GetBytes(Sample.Clean().Text(table));
        for (var round = 0; round < Rounds; round++)
        {
            var damaged = Damage(clean, random);
            try
            {
                var check = Sample.Clean().Raw(table + ".csv", damaged).Check();
                Assert.All(check.Tables, checkedTable => Assert.Equal(checkedTable.Read, checkedTable.AcceptedRows + checkedTable.Rejected));
                Assert.All(check.Tables, checkedTable => Assert.All(checkedTable.Vodim, field => Assert.True(field.Total <= checkedTable.Read)));
                FeedbackPack.Write(check, "ref-1", Sample.Context().Received);
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Round {round} of {table}: {exception}\n{Convert.ToBase64String(damaged)}");
            }
        }
    }

    static byte[] Damage(byte[] clean, Random random)
    {
        var bytes = clean.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.Insert(at, (byte)'"');
                    break;
                case 2:
                    bytes.Insert(at, (byte)'\n');
                    break;
                case 3:
                    bytes.Insert(at, 0);
                    break;
                case 4:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 5:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(60)).ToList());
                    break;
                case 6:
                    bytes.InsertRange(at, Encoding.UTF8.GetPreamble());
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }
}
