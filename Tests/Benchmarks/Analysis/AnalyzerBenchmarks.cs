using System.Collections.Generic;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Devmap.Tests.Benchmarks.Analysis.Projects;
using Devmap.Tests.Benchmarks.Analysis.Subjects;

namespace Devmap.Tests.Benchmarks.Analysis;

/// <summary>The comparison as BenchmarkDotNet measures it: one subject, one project, by itself.</summary>
[InProcess]
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 3, iterationCount: 5)]
public class AnalyzerBenchmarks
{
    private BenchmarkProject _project = null!;

    [Params(1_000, 10_000, 100_000)]
    public int Methods { get; set; }

    [ParamsSource(nameof(Mixes))]
    public object Mix { get; set; } = null!;

    [ParamsSource(nameof(Subjects))]
    public object Subject { get; set; } = null!;

    public static IEnumerable<object> Mixes => Projects.Mix.All;

    public static IEnumerable<object> Subjects => Analysis.Subjects.Subject.All;

    [GlobalSetup]
    public void Generate() => _project = BenchmarkProject.Generate((Mix)Mix, Methods);

    [Benchmark(Baseline = true)]
    public long Compile() => Measurement.OfCompiler(_project).Allocated;

    [Benchmark]
    public async Task<int> Analyze() => (await Measurement.OfAsync(_project, (Subject)Subject, concurrent: false)).Diagnostics.Length;

    [Benchmark]
    public async Task<int> AnalyzeOnAllProcessors() => (await Measurement.OfAsync(_project, (Subject)Subject, concurrent: true)).Diagnostics.Length;
}
