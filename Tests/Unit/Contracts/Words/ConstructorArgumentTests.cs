using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.Contracts.Words;

/// <summary>A library may declare its own attributes, with arguments of the constructor in the place of properties.</summary>
public sealed class ConstructorArgumentTests
{
    private const string Attributes = """
        namespace Devmap.Contracts
        {
            using System;
            public enum When { Always, True }
            [AttributeUsage(AttributeTargets.All, AllowMultiple = true)] class AcquiresRefAttribute : Attribute { public AcquiresRefAttribute(string kind, When when = When.Always) { } }
            [AttributeUsage(AttributeTargets.All, AllowMultiple = true)] class ReleasesRefAttribute : Attribute { public ReleasesRefAttribute(string kind, bool idempotent = false) { } }
        }

        """;

    private const string Thing = """
        public class Thing
        {
            [Devmap.Contracts.AcquiresRef("hold", Devmap.Contracts.When.True)] public extern bool TryHold();
            [Devmap.Contracts.ReleasesRef("hold")] public extern void Drop();
            [Devmap.Contracts.ReleasesRef("hold", true)] public extern void Close();
        }

        """;

    [Theory]
    [InlineData("if (t.TryHold()) t.Drop();")]
    [InlineData("if (t.TryHold()) { t.Drop(); t.Close(); }")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("if ({|DVM2001:t.TryHold()|}) return;")]
    [InlineData("if (t.TryHold()) { t.Drop(); {|DVM2002:t.Drop()|}; }")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => new CSharpAnalyzerTest<ReferenceCountAnalyzer, DefaultVerifier>
    {
        TestCode = Attributes + Thing + "public class C { public void M(Thing t) { " + body + " } }",
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
    }.RunAsync();
}
