using System.Collections.Generic;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Devmap.Tests.Benchmarks.Analysis.Projects;
using Devmap.Tests.Benchmarks.Analysis.Subjects;

namespace Devmap.Tests.Benchmarks.Analysis;

/// <summary>Each worst case ends within its budget, by an answer or by giving up.</summary>
[InProcess]
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 3)]
public class WorstCaseBenchmarks
{
    private BenchmarkProject _project = null!;

    [ParamsSource(nameof(Cases))]
    public object Case { get; set; } = null!;

    public static IEnumerable<object> Cases => WorstCase.All;

    [GlobalSetup]
    public void Generate() => _project = BenchmarkProject.Of(((WorstCase)Case).Name, ((WorstCase)Case).Source);

    [Benchmark(Baseline = true)]
    public long Compile() => Measurement.OfCompiler(_project).Allocated;

    [Benchmark]
    public async Task<int> Analyze() => (await Measurement.OfAsync(_project, Subject.Devmap, concurrent: false)).Diagnostics.Length;
}
