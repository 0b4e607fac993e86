using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Homeward.Benchmarks.Inner;

/// <summary>Runs the BenchmarkDotNet classes of this folder, in this process: the house's build rules are not made for generated projects.</summary>
static class InnerBenchmarks
{
    static readonly string[] Telling = ["--help", "--version", "--list", "--info"];

    /// <returns>2 when nothing was run that was to be, 1 when something failed.</returns>
    public static int Run(string[] args)
    {
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumn(StatisticColumn.Min)
            .WithOptions(ConfigOptions.DisableLogFile);
        var reports = BenchmarkSwitcher.FromAssembly(typeof(InnerBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config)
            .SelectMany(summary => summary.Reports).ToList();
        return reports.Count == 0 ? args.Any(Telling.Contains) ? 0 : 2
            : reports.TrueForAll(report => report.Success) ? 0 : 1;
    }
}
