using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleaseCountMismatch;

/// <summary>A loop acquires the elements of an array; where that fails, exactly those before must be given up.</summary>
public sealed class RollbackTests
{
    [Theory]
    [InlineData("for (i--; i >= 0; i--) many[i].Put();")]
    [InlineData("while (i-- > 0) many[i].Put();")]
    [InlineData("while (--i >= 0) many[i].Put();")]
    [InlineData("for (int j = 0; j < i; j++) many[j].Put();")]
    [InlineData("for (int j = i - 1; j >= 0; j--) many[j].Put();")]
    [InlineData("while (i > 0) { i--; many[i].Put(); }")]
    public Task Clean(string rollback) => VerifyAsync(rollback);

    [Theory]
    [InlineData("for (; i >= 0; i--) {|DVM2006:many[i].Put()|};")]
    [InlineData("while (i >= 0) {|DVM2006:many[i--].Put()|};")]
    [InlineData("for (int j = 0; j <= i; j++) {|DVM2006:many[j].Put()|};")]
    [InlineData("for (int j = 0; j < n; j++) {|DVM2006:many[j].Put()|};")]
    [InlineData("for (int j = i; j >= 0; j--) {|DVM2006:many[j].Put()|};")]
    public Task Faulty(string rollback) => VerifyAsync(rollback);

    [Theory]
    [InlineData("int i; for (i = 0; i < n; i++) { if (!many[i].TryGet()) break; } int held = i < n ? i : n; for (int j = 0; j < held; j++) many[j].Put();")]
    [InlineData("int held = 0; for (int i = 0; i < n; i++) { if (!many[i].TryGet()) break; held++; } for (int j = 0; j < held; j++) many[j].Put();")]
    [InlineData("int i = 0; try { for (; i < n; i++) many[i].Get(); Pool.Check(a); } finally { for (int j = 0; j < i; j++) many[j].Put(); }")]
    [InlineData("for (int i = 0; i < n; i++) { if (many[i] == null) continue; many[i].Get(); } for (int i = 0; i < n; i++) if (many[i] != null) many[i].Put();")]
    [InlineData("for (int i = n - 1; i >= 0; i--) many[i].Get(); for (int i = 0; i < n; i++) many[i].Put();")]
    public Task Other_loops(string body) => BatchWorld.VerifyBodyAsync(body);

    /// <summary>Of an array that was made here, other elements may be held for other reasons.</summary>
    [Theory]
    [InlineData("var items = new Item[2]; items[0] = Pool.Take(); items[1] = Pool.Take(); items[0].Get(); items[0].Put(); items[1].Put(); items[0].Put();")]
    [InlineData("var items = new Item[n]; for (int i = 0; i < n; i++) items[i] = Pool.Take(); items[0].Get(); for (int i = n - 1; i >= 0; i--) items[i].Put(); items[0].Put();")]
    public Task Unknown(string body) => BatchWorld.VerifyBodyAsync(body);

    private static Task VerifyAsync(string rollback) => BatchWorld.VerifyMembersAsync(
        "public bool M(Item[] many, int n) {\nfor (int i = 0; i < n; i++) {\nif (!many[i].TryGet()) {\n" + rollback + "\nreturn false;\n}\n}\nreturn true;\n}");
}
