using System.IO;
using System.Threading.Tasks;
using Devmap.Tests.Unit.Meta;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Code of this repository, with tokens lost, doubled and exchanged: no failure, and no report on half a body.</summary>
public sealed class RealCodeMutationTests
{
    private const int MutantsOfEach = 12;

    [Theory]
    [InlineData("BlockCopy")]
    [InlineData("BlockErase")]
    [InlineData("DirectTransfer")]
    [InlineData("FaultHandler")]
    [InlineData("Scrubber")]
    public async Task Samples(string name)
    {
        foreach (string mutant in Mutants.Of(RepositoryFiles.Read("Samples", "DaxDriver", name + ".cs"), name.Length, MutantsOfEach))
        {
            await Mutants.CheckAsync(Mutants.Shipped, mutant);
        }
    }

    // The files of the library are mutated beside the compiled library: the names are there twice, which is one more oddity.
    [Theory]
    [InlineData("Dax", "DaxDevice.cs")]
    [InlineData("Mapping", "AddressSpace.cs")]
    [InlineData("Memory", "Page.References.cs")]
    [InlineData("Pinning", "UserPageWalk.cs")]
    [InlineData("PgMaps", "PercpuRef.cs")]
    public async Task Library(string folder, string name)
    {
        foreach (string mutant in Mutants.Of(RepositoryFiles.Read(Path.Combine("Runtime", folder, name)), name.Length, MutantsOfEach))
        {
            await Mutants.CheckAsync(Mutants.Shipped, mutant);
        }
    }
}
