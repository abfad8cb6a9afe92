using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ContractCanBeDeclared;

public sealed class ContractCanBeDeclaredTests
{
    [Theory]
    [InlineData("public Item {|DVM3005:M|}() => Pool.Take();", "[return: AcquiresRef]\n    public Item M() => Pool.Take();")]
    [InlineData("public Item {|DVM3005:M|}(int n) => Pool.Find(n);", "[return: AcquiresRef(When = When.NotNull)]\n    public Item M(int n) => Pool.Find(n);")]
    [InlineData("public Item {|DVM3005:M|}(int n) => Pool.Peek(n);", "[return: UncountedRef]\n    public Item M(int n) => Pool.Peek(n);")]
    [InlineData("private void {|DVM3005:M|}(Item p) => p.Put();", "private void M([ReleasesRef] Item p) => p.Put();")]
    [InlineData("private void {|DVM3005:M|}(Item p) => p.Unpin();", "private void M([ReleasesRef(Kind = \"pin\")] Item p) => p.Unpin();")]
    [InlineData("private void {|DVM3005:M|}(Item p) => p.Close();", "private void M([ReleasesRef(Idempotent = true)] Item p) => p.Close();")]
    [InlineData("private bool {|DVM3005:M|}(Item p) => p.TryGet();", "private bool M([AcquiresRef(When = When.True)] Item p) => p.TryGet();")]
    [InlineData("private int {|DVM3005:M|}(Item p) => p.TryGet() ? 0 : -5;", "private int M([AcquiresRef(When = When.Zero)] Item p) => p.TryGet() ? 0 : -5;")]
    [InlineData("public bool {|DVM3005:M|}(int n, out Item p) { p = Pool.Find(n); return p != null; }", "public bool M(int n, [AcquiresRef(When = When.True)] out Item p) { p = Pool.Find(n); return p != null; }")]
    [InlineData("private void {|DVM3005:M|}(Item p, Item q) { p.Put(); q.Read(); }", "private void M([ReleasesRef] Item p, [RequiresRef] Item q) { p.Put(); q.Read(); }")]
    [InlineData("[RefCounter] private int _n; public void {|DVM3005:M|}() => _n++;", "[RefCounter] private int _n; [AcquiresRef]\n    public void M() => _n++;")]
    public Task Written(string marked, string expected) => ContractCanBeDeclaredTest.VerifyMemberAsync(marked, expected);

    [Theory]
    [InlineData("[return: AcquiresRef] public Item M() => Pool.Take();")]
    [InlineData("public int M(Item p) => p.Read();")]
    [InlineData("public void M(Item p) { p.Get(); p.Put(); }")]
    [InlineData("private void M(Item p, bool a) { if (a) p.Put(); }")]
    [InlineData("public virtual Item M() => Pool.Take();")]
    [InlineData("[TrustedContract] public Item M() => Pool.Take();")]
    [InlineData("private static Item s; private void M(Item p, Item q) { p.Put(); s = q; }")]
    [InlineData("private void M(Item p) { p.Read(); p.Put(); }")]
    [InlineData("public override string ToString() { Pool.Take().Put(); return string.Empty; }")]
    [InlineData("public void M(Item p) => p.Put();")]
    public Task NothingToWrite(string member) => ContractCanBeDeclaredTest.VerifyMemberAsync(member, member);

    [Fact]
    public Task BringsTheNamespaceIntoScope() => ContractCanBeDeclaredTest.VerifyAsync(
        """
        using System;

        public class C
        {
            /// <summary>Takes one.</summary>
            public Item {|DVM3005:M|}() => Pool.Take();

            // Takes another.
            [Obsolete] public Item {|DVM3005:N|}() => Pool.Take();
        }
        """,
        """
        using System;
        using Devmap.Contracts;

        public class C
        {
            /// <summary>Takes one.</summary>
            [return: AcquiresRef]
            public Item M() => Pool.Take();

            // Takes another.
            [return: AcquiresRef]
            [Obsolete] public Item N() => Pool.Take();
        }
        """);

    [Fact]
    public Task ImplementationsSayWhatTheirInterfaceSays() => ContractCanBeDeclaredTest.VerifyMemberAsync(
        "public interface I { Item M(); } public class D : I { public Item M() => Pool.Take(); }",
        "public interface I { Item M(); } public class D : I { public Item M() => Pool.Take(); }");
}
