using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary><c>Member = "Data"</c>: what is counted is a member of what the call takes or hands out.</summary>
public sealed class MemberEffectTests
{
    private const string Chunks = """

        public sealed class Block { public void Read() { } [ReleasesRef(Kind = "rent"), TrustedContract] public void Return() { } }
        public struct Chunk { public Block Data; public int Length; }
        public sealed class Box { public Chunk Inner; public Block Data { get; set; } [ReleasesRef(Kind = "rent", Member = "Data"), TrustedContract] public void Free() { } [AcquiresRef(Kind = "rent", Member = "Data"), TrustedContract] public void Share() { } }

        [TrustedContract]
        public static class Chunks
        {
            [return: AcquiresRef(Kind = "rent", Member = "Data")] public static Chunk Rent(int size) => default;
            public static bool TryRent([AcquiresRef(Kind = "rent", Member = "Data", When = When.True)] out Chunk chunk) { chunk = default; return false; }
            [return: AcquiresRef(Kind = "rent", Member = "Data", When = When.NotNull)] public static Box FindBox() => null;
            [return: AcquiresRef(Kind = "rent", Member = "Inner.Data")] public static Box RentDeep() => new Box();
            public static void Return([ReleasesRef(Kind = "rent", Member = "Data")] Chunk chunk) { }
            public static void Return([ReleasesRef(Kind = "rent", Member = "Data")] Box box) { }
        }
        """;

    [Theory]
    [InlineData("var c = Chunks.Rent(3); c.Data.Read(); Chunks.Return(c);")]
    [InlineData("var c = Chunks.Rent(3); c.Data.Return();")]
    [InlineData("var c = Chunks.Rent(3); var d = c; Chunks.Return(d);")]
    [InlineData("var c = Chunks.Rent(3); try { c.Data.Read(); } finally { Chunks.Return(c); }")]
    [InlineData("if (Chunks.TryRent(out var c)) { c.Data.Read(); Chunks.Return(c); }")]
    [InlineData("var box = Chunks.FindBox(); if (box == null) return; Chunks.Return(box);")]
    [InlineData("var box = Chunks.FindBox(); box?.Free();")]
    [InlineData("var box = Chunks.RentDeep(); box.Inner.Data.Return();")]
    [InlineData("Chunk c = default; if (a) c = Chunks.Rent(1); if (a) Chunks.Return(c);")]
    [InlineData("for (int i = 0; i < n; i++) { var c = Chunks.Rent(i); if (a) { c.Data.Return(); continue; } Chunks.Return(c); }")]
    [InlineData("lentBox.Share(); lentBox.Free(); lentBox.Data.Read();")]
    public Task Clean(string body) => VerifyAsync("public void M(Box lentBox, bool a, int n) { " + body + " }");

    [Theory]
    [InlineData("var c = {|DVM2001:Chunks.Rent(3)|}; c.Data.Read();")]
    [InlineData("{|DVM2001:Chunks.Rent(3)|};")]
    [InlineData("var c = {|DVM2001:Chunks.Rent(3)|}; c = Chunks.Rent(4); Chunks.Return(c);")]
    [InlineData("var c = Chunks.Rent(3); c.Data.Return(); {|DVM2002:Chunks.Return(c)|};")]
    [InlineData("var c = Chunks.Rent(3); Chunks.Return(c); if (a) return; {|DVM2002:Chunks.Return(c)|};")]
    [InlineData("var c = Chunks.Rent(3); Chunks.Return(c); {|DVM2003:c.Data.Read()|};")]
    [InlineData("if ({|DVM2001:Chunks.TryRent(out var c)|}) c.Data.Read();")]
    [InlineData("var box = {|DVM2001:Chunks.FindBox()|}; if (box == null) return; box.Data.Read();")]
    [InlineData("var box = {|DVM2001:Chunks.RentDeep()|}; box.Inner.Data.Read();")]
    [InlineData("for (int i = 0; i < n; i++) { var c = {|DVM2001:Chunks.Rent(i)|}; if (a) continue; Chunks.Return(c); }")]
    [InlineData("{|DVM2001:lentBox.Share()|}; lentBox.Data.Read();")]
    public Task Faulty(string body) => VerifyAsync("public void M(Box lentBox, bool a, int n) { " + body + " }");

    /// <summary>Who has the carrier has what it carries, and a body that says the same of its own callers owes it to them.</summary>
    [Theory]
    [InlineData("public Chunk M() { var c = Chunks.Rent(3); return c; }")]
    [InlineData("public Block M() { var c = Chunks.Rent(3); return c.Data; }")]
    [InlineData("private Chunk _kept; public void M() => _kept = Chunks.Rent(3);")]
    [InlineData("public void M(Action<Chunk> next) { var c = Chunks.Rent(3); next(c); }")]
    [InlineData("""public void M([ReleasesRef(Kind = "rent", Member = "Data")] Chunk c) => Chunks.Return(c);""")]
    [InlineData("""public void M([AcquiresRef(Kind = "rent", Member = "Data")] Box box) => box.Share();""")]
    public Task The_claim_ends_with_the_carrier(string member) => VerifyAsync(member);

    [Fact]
    public Task The_message_names_carrier_and_member()
    {
        var test = CountedCode.Test("using Devmap.Contracts; public class C { public void M() { var c = {|#0:Chunks.Rent(3)|}; } }" + Chunks);
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("DVM2001").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
            "The 'rent' reference that 'Rent' acquires on 'c.Data' is never given up: it is still held when the method ends"));
        return test.RunAsync();
    }

    private static Task VerifyAsync(string member) => CountedCode.VerifyAsync("public class C { " + member + " }" + Chunks);
}
