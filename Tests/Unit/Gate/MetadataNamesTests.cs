using System.Threading;
using Devmap.Analyzers.Gate;
using Devmap.Tests.Unit.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Devmap.Tests.Unit.Gate;

/// <summary>The names of a referenced assembly are kept, for each that may see as much of it.</summary>
public sealed class MetadataNamesTests
{
    private static readonly MetadataReference s_library = ContractWorld.Of("""
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Friend")]
        public class Thing { [ReleasesRef] public void Shown() { } [ReleasesRef] internal void Hidden() { } }
        """).ToMetadata();

    [Fact]
    public void A_friend_is_not_told_what_a_stranger_may_see()
    {
        Assert.DoesNotContain("Hidden", NamesFor("Stranger").Names);
        Assert.Contains("Hidden", NamesFor("Friend").Names);
        Assert.Contains("Shown", NamesFor("Stranger").Names);
    }

    [Fact]
    public void They_are_read_once() => Assert.Same(NamesFor("Stranger"), NamesFor("Another"));

    private static ContractNames NamesFor(string name)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(name, [], [s_library]);
        return MetadataNames.Of((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(s_library)!, compilation, CancellationToken.None);
    }
}
