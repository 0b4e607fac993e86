using System.Text;
using System.Text.Json;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Feedback;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Checking;

/// <summary>Runs while nothing else does, so that what the process allocates is what the check allocates.</summary>
[CollectionDefinition(nameof(CapTests), DisableParallelization = true)]
public class Alone;

/// <summary>A million rows with errors in each: counts stay exact, what is kept and allocated stays bounded.</summary>
[Collection(nameof(CapTests))]
public class CapTests
{
    const int Rows = 1_000_000;

    /// <summary>The parsed columns themselves are some 40 bytes a row; a kept message would be hundreds.</summary>
    const long Allocated = 500_000_000;

    [Fact]
    public void Run_ErrorsInEachOfAMillionRows_KeepsTheFirstTenThousandAndCountsAll()
    {
        var row = "I,W9,2025-07-01,XX\n"u8.ToArray();
        var files = Sample.Clean().Without("restrictive").Files()
            .Append(new SubmissionFile("restrictive.csv", null, () => new Repeating("IncidentID,WardStayID,IncidentDate,TypeCode\n"u8.ToArray(), row, Rows)))
            .ToList();
        var before = GC.GetTotalAllocatedBytes(true);

        var check = SubmissionCheck.Run(new SubmissionIdentity("RWR", Sample.Period, "a"), files, Sample.Context());
        var pack = FeedbackPack.Write(check, "ref-1", Sample.Context().Received);

        Assert.InRange(GC.GetTotalAllocatedBytes(true) - before, 1, Allocated);
        Assert.All(["GEN005", "GEN006", "RES001"], rule =>
        {
            Assert.Equal(Rows, check.Findings.Counts[rule]);
            var kept = check.Findings.Kept.Where(finding => finding.Rule == rule).ToList();
            Assert.Equal(SubmissionCheck.FindingsCap, kept.Count);
            Assert.Equal((2, SubmissionCheck.FindingsCap + 1), (kept[0].Line!.Value, kept[^1].Line!.Value));
        });
        Assert.Equal((Rows, Rows, 0), (check["restrictive"].Read, check["restrictive"].Rejected, check["restrictive"].AcceptedRows));
        Assert.Equal(3 * SubmissionCheck.FindingsCap + 1, Encoding.UTF8.GetString(pack["findings.csv"]).Count(character => character == '\n'));
        using var summary = JsonDocument.Parse(pack["summary.json"]);
        Assert.Equal(
            (Rows, SubmissionCheck.FindingsCap),
            (summary.RootElement.GetProperty("rules")[0].GetProperty("count").GetInt32(), summary.RootElement.GetProperty("rules")[0].GetProperty("listed").GetInt32()));
        Assert.Contains("findings.csv lists the first 10,000 of 1,000,000", Encoding.UTF8.GetString(pack["report.html"]), StringComparison.Ordinal);
    }

    /// <summary>A file that is never in memory: a header, and one row over and over.</summary>
    sealed class Repeating(byte[] header, byte[] row, int rows) : Stream
    {
        long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => header.Length + (long)row.Length * rows;

        public override long Position
        {
            get => position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = 0;
            while (read < count && position < Length)
            {
                var (source, at) = position < header.Length ? (header, (int)position) : (row, (int)((position - header.Length) % row.Length));
                var part = Math.Min(source.Length - at, count - read);
                source.AsSpan(at, part).CopyTo(buffer.AsSpan(offset + read));
                (position, read) = (position + part, read + part);
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
