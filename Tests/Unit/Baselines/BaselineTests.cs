using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Devmap.Tests.Unit.Baselines;

/// <summary>A baseline hides as many reports as it has lines for, wherever they stand, and no other.</summary>
public sealed class BaselineTests
{
    private const string Library = """
        using System;
        namespace Devmap.Contracts { internal sealed class AcquiresRefAttribute : Attribute { } internal sealed class ReleasesRefAttribute : Attribute { } internal sealed class OwnedRefAttribute : Attribute { } }
        public class Item
        {
            [Devmap.Contracts.AcquiresRef] public Item() { }
            [Devmap.Contracts.ReleasesRef] public void Release() { }
        }
        """;

    [Fact]
    public Task ALineHidesItsReport() => VerifyAsync(
        """
        public class C
        {
            public void Known() { var item = new Item(); }
            public void New() { var item = {|DVM2001:new Item()|}; }
        }
        """,
        "# comment\n  DVM2001 M:C.Known ref item  \n");

    [Fact]
    public Task OfReportsAlikeTheLastIsNew() => VerifyAsync(
        """
        public class C
        {
            public void M(bool b)
            {
                if (b) { var item = new Item(); }
                else { var item = new Item(); }
                { var item = {|DVM2001:new Item()|}; }
            }
        }
        """,
        "DVM2001 M:C.M(System.Boolean) ref item\nDVM2001 M:C.M(System.Boolean) ref item");

    [Fact]
    public Task NestedFunctionsAndFieldsHaveTheirMember() => VerifyAsync(
        """
        using Devmap.Contracts;
        public class C : System.IDisposable
        {
            [OwnedRef] private Item _item = new Item();
            public void M()
            {
                System.Action act = () => { var inner = new Item(); };
                act();
            }
            public void Dispose() { }
        }
        """,
        "DVM2001 M:C.M ref inner\nDVM2007 F:C._item ref _item\nDVM2007 M:C.Dispose ref _item");

    [Fact]
    public Task AnotherRuleOrMemberIsNotHidden() => VerifyAsync(
        "public class C { public void M() { var item = {|DVM2001:new Item()|}; } }",
        "DVM2002 M:C.M ref item\nDVM2001 M:C.N ref item\nDVM2001 M:C.M ref other\nnonsense");

    private static Task VerifyAsync(string code, string baseline)
    {
        var test = new CSharpAnalyzerTest<ReferenceCountAnalyzer, DefaultVerifier> { TestCode = code };
        test.TestState.Sources.Add(Library);
        test.TestState.AdditionalFiles.Add(("/0/App.RefBaseline.txt", SourceText.From(baseline)));
        return test.RunAsync();
    }
}
