using BenchmarkDotNet.Running;
using Devmap.Tests.Benchmarks.Runtime;

if (args is ["--footprint"])
{
    Footprint.Print();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
