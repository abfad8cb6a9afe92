using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Half-typed and wrong code: no report, and no failure of the analyzer.</summary>
public sealed class BrokenCodeTests
{
    [Theory]
    [InlineData("var x = Pool.Take()")]
    [InlineData("var x = Pool.Take(); x.")]
    [InlineData("var x = Pool.Take(); x.Putt();")]
    [InlineData("var x = Pool.Take(; if (a { x.Put(); }")]
    [InlineData("if (!lent.TryGet(")]
    [InlineData("Unknown x = Pool.Take(); x.Read();")]
    [InlineData("var x = Pool.Take(1, 2);")]
    [InlineData("var x = new Item(3);")]
    [InlineData("foreach (var x in ) { x.Get(); }")]
    [InlineData("switch (lent.TryGet()) { case true: case }")]
    [InlineData("try { lent.Get(); }")]
    [InlineData("try { lent.Get(); } catch (Missing e) when (")]
    [InlineData("goto nowhere; lent.Get();")]
    [InlineData("break; lent.Get();")]
    [InlineData("Item x; x.Put();")]
    [InlineData("return Pool.Take();")]
    [InlineData("var x = x.Get();")]
    [InlineData("lent.Get(lent.Put());")]
    [InlineData("Pool.Give(out lent);")]
    [InlineData("Pool.TryTake(item: lent);")]
    [InlineData("(lent, var q) = ;")]
    [InlineData("lent.Put = lent.Get;")]
    [InlineData("if (Pool.Find(n) is { Nothing: } x) x.Put();")]
    [InlineData("yield return Pool.Take();")]
    public Task Silent(string body)
    {
        var test = CountedCode.Test("using Devmap.Contracts; public class C { public void M(Item lent, bool a, int n) {\n" + body + "\n} }");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    /// <summary>Contracts that make no sense are another rule's; the engine only must not fail on them.</summary>
    [Theory]
    [InlineData("[AcquiresRef(When = (When)77)] public bool M() => true;")]
    [InlineData("[AcquiresRef(Kind = null)] public void M() { }")]
    [InlineData("[AcquiresRef(Kind = 3)] public void M() { }")]
    [InlineData("[AcquiresRef(When = When.Positive)] public string M() => null;")]
    [InlineData("[ReleasesRef(Count = \"nobody\")] public void M() { }")]
    [InlineData("[return: AcquiresRef] public void M() { }")]
    [InlineData("[AcquiresRef(When = When.True, WhenParameter = \"gone\")] public void M() { }")]
    [InlineData("[AliasOf(Source = \"gone\")] public C M() => this;")]
    [InlineData("[BorrowedRef(From = \"gone\")] public C M() => this;")]
    public Task Senseless_contracts_do_no_harm(string member)
    {
        var test = CountedCode.Test("using Devmap.Contracts; public class C { [TrustedContract]\n" + member + "\npublic static void N(C c) { c.M(); } }");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.DisabledDiagnostics.AddRange(["DVM2001", "DVM2002", "DVM2005"]);
        return test.RunAsync();
    }
}
