using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary><c>[KeptBy]</c> alone: the keeper takes a reference of its own. Ours stays ours, and the object lives as long as the keeper.</summary>
public sealed class KeeperTests
{
    private const string World = """
        [TrustedContract]
        public sealed class Registry
        {
            [AcquiresRef] public Registry() { }
            public Registry([KeptBy] Item first) { }
            public void Add([KeptBy] Item item) { }
            public bool TryAdd([KeptBy(When = When.True)] Item item) => true;
            public static Registry Of([KeptBy(Keeper = "return")] Item item) => null;
            public static void Link(Registry registry, [KeptBy(Keeper = "registry")] Item item) { }
            [ReleasesRef] public void Close() { }
        }

        """;

    [Theory]
    [InlineData("registry.Add(x); x.Put(); x.Read();")]
    [InlineData("Registry.Link(registry, x); x.Put(); x.Read();")]
    [InlineData("var r = new Registry(x); x.Put(); x.Read();")]
    [InlineData("var r = Registry.Of(x); x.Put(); x.Read();")]
    [InlineData("if (registry.TryAdd(x)) { x.Put(); x.Read(); return; } x.Put();")]
    [InlineData("var own = new Registry(); own.Add(x); own.Close(); x.Read(); x.Put();")]
    public Task Clean(string body) => VerifyAsync("var x = Pool.Take(); " + body);

    [Theory]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; registry.Add(x);")]
    [InlineData("var x = Pool.Take(); registry.Add(x); x.Put(); {|DVM2002:x.Put()|};")]
    [InlineData("var x = Pool.Take(); if (registry.TryAdd(x)) { x.Put(); return; } x.Put(); {|DVM2003:x.Read()|};")]
    [InlineData("var x = Pool.Take(); var own = new Registry(); own.Add(x); x.Put(); own.Close(); {|DVM2003:x.Read()|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    // A bare pointer that somebody keeps is no bare pointer any more.
    [Fact]
    public Task KeptLookup() => VerifyAsync("var x = Pool.Peek(n); if (x == null) return; registry.Add(x); x.Read();");

    private static Task VerifyAsync(string body) => CountedCode.VerifyMembersAsync(World + "public void M(Registry registry, int n) { " + body + " }");
}
