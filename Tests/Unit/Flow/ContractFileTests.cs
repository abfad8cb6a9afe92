using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>A compilation without a single attribute: what its library does is written in a file.</summary>
public sealed class ContractFileTests
{
    private const string Library = """

        namespace Lib
        {
            public interface ICounted { bool TryIncRef(); void DecRef(); }
            public class Reader : ICounted { public bool TryIncRef() => true; public virtual void DecRef() { } public int Count => 1; }
            public sealed class SlowReader : Reader { public override void DecRef() { } }
            public static class Store
            {
                public static Reader Open() => new Reader();
                public static Reader Peek() => new Reader();
                public static void Add(this System.Collections.Generic.List<Reader> list, Reader reader) { }
            }
            public sealed class View { public View(Reader reader) { } public int Length => 0; }
        }
        """;

    private const string Contracts = """
        M:Lib.ICounted.TryIncRef;     this acquires when true
        M:Lib.ICounted.DecRef;        this releases
        M:Lib.Store.Open;             return acquires
        M:Lib.Store.Peek;             return uncounted
        P:Lib.Reader.Count;           this requires
        M:Lib.View.#ctor(Lib.Reader); new borrowed from=reader
        P:Lib.View.Length;            this requires
        """;

    [Theory]
    [InlineData("var r = Store.Open(); r.DecRef();")]
    [InlineData("if (reader.TryIncRef()) reader.DecRef();")]
    [InlineData("if (slow.TryIncRef()) slow.DecRef();")]
    [InlineData("var r = Store.Peek(); if (r.TryIncRef()) { int n = r.Count; r.DecRef(); }")]
    [InlineData("var r = Store.Open(); var v = new View(r); int n = v.Length; r.DecRef();")]
    public Task Clean(string body) => Test(body, Contracts).RunAsync();

    [Theory]
    [InlineData("var r = {|DVM2001:Store.Open()|}; if (a) return; r.DecRef();")]
    [InlineData("{|DVM2005:reader.TryIncRef()|}; reader.DecRef();")]
    [InlineData("if ({|DVM2001:slow.TryIncRef()|} && a) slow.DecRef();")]
    [InlineData("var r = Store.Open(); r.DecRef(); {|DVM2002:r.DecRef()|};")]
    [InlineData("var r = Store.Open(); r.DecRef(); int n = {|DVM2003:r.Count|};")]
    [InlineData("var r = Store.Open(); var v = new View(r); r.DecRef(); int n = {|DVM2003:v.Length|};")]
    public Task Faulty(string body) => Test(body, Contracts).RunAsync();

    [Fact]
    public Task WithoutTheFileNothingIsKnown() => Test("var r = Store.Open(); r.DecRef(); r.DecRef();", null).RunAsync();

    [Fact]
    public Task SeveralFilesAddUp()
    {
        var test = Test("var r = {|DVM2001:Store.Open()|}; if (a) return; r.DecRef();", "M:Lib.Store.Open; return acquires");
        test.TestState.AdditionalFiles.Add(("/0/b.RefContracts.txt", "M:Lib.Reader.DecRef; this releases"));
        return test.RunAsync();
    }

    private static CSharpAnalyzerTest<ReferenceCountAnalyzer, DefaultVerifier> Test(string body, string? file)
    {
        var test = new CSharpAnalyzerTest<ReferenceCountAnalyzer, DefaultVerifier>
        {
            TestCode = "using Lib; public class C { public void M(Reader reader, SlowReader slow, bool a) { " + body + " } }" + Library,
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        };
        if (file is not null)
        {
            test.TestState.AdditionalFiles.Add(("/0/RefContracts.txt", file));
        }

        return test;
    }
}
