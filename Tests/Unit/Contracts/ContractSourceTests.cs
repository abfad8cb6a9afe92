using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>Several places where contracts are written, and many that ask at once.</summary>
public sealed class ContractSourceTests
{
    private const string Source = """
        public interface IPool { [return: AcquiresRef(Kind = "inherited")] object Rent([ReleasesRef(Kind = "inherited")] object a); }
        public class Pool : IPool { [RequiresRef] public object Rent(object a) => a; }
        """;

    [Fact]
    public void EarlierSourcesComeFirstAndEverySourceComesBeforeWhatIsInherited()
    {
        var world = ContractWorld.Of(Source);
        var provider = new ContractProvider(ImmutableArray.Create<IContractSource>(
            new AttributeContractSource(),
            new SourceOf("Pool", new MemberContract { Receiver = Effect("second"), Return = Effect("second") }),
            new SourceOf("Pool", new MemberContract { Return = Effect("third"), IsTrusted = true })));

        var contract = provider.Of(world.Member("Pool", "Rent"));
        Assert.True(contract.Receiver is { Requires: true, Effects.IsEmpty: true });
        Assert.Equal("-second", ContractWorld.Effects(contract.Return));
        Assert.Equal(["-inherited"], ContractWorld.Effects(contract));
        Assert.True(contract.IsTrusted);
    }

    [Fact]
    public void WithoutSourcesNothingIsSaid()
    {
        var world = ContractWorld.Of(Source);

        var provider = new ContractProvider(ImmutableArray<IContractSource>.Empty);
        Assert.Same(MemberContract.None, provider.Of(world.Member("IPool", "Rent")));
    }

    [Fact]
    public void ConcurrentReadersGetOneAnswer()
    {
        var members = string.Concat(Enumerable.Range(0, 100).Select(i => $"[ReleasesRef] public virtual void M{i}([RequiresRef] object a) {{ }} "));
        var overrides = string.Concat(Enumerable.Range(0, 100).Select(i => $"public override void M{i}(object b) {{ }} "));
        var world = ContractWorld.Of($"class B {{ {members} }} class C : B {{ {overrides} }}");

        var methods = world.Type("C").GetMembers().OfType<IMethodSymbol>().Where(method => method.IsOverride).ToList();
        var answers = new MemberContract[8, methods.Count];
        Parallel.For(0, 8, reader =>
        {
            // Each reader starts at another place, so that they meet on half-computed answers.
            for (var step = 0; step < methods.Count; step++)
            {
                var i = (step + (reader * 13)) % methods.Count;
                answers[reader, i] = world.Contracts.Of(methods[i]);
            }
        });

        for (var i = 0; i < methods.Count; i++)
        {
            Assert.Equal("-ref", ContractWorld.Effects(answers[0, i].Receiver));
            for (var reader = 1; reader < 8; reader++)
                Assert.Same(answers[0, i], answers[reader, i]);
        }
    }

    private static ElementContract Effect(string kind) => new() { Effects = ImmutableArray.Create(new RefEffect { Kind = kind }) };

    /// <summary>Says one thing of the methods of one type.</summary>
    private sealed class SourceOf(string type, MemberContract contract) : IContractSource
    {
        public MemberContract? Read(ISymbol symbol) =>
            symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } && symbol.ContainingType?.Name == type ? contract : null;
    }
}
