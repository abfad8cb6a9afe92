using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Inference;

/// <summary>Where nobody can tell what a helper does, nothing is said of what it was given.</summary>
public sealed class HelperLimitsTests
{
    [Theory]
    [InlineData("private static void F(Item item, int n) { if (n > 0) F(item, n - 1); else item.Put(); }", "F(Pool.Take(), n);")]
    [InlineData("private static void F(Item item, int n) { if (n > 0) G(item, n - 1); } private static void G(Item item, int n) { if (n > 0) F(item, n); else item.Put(); }", "F(Pool.Take(), n);")]
    [InlineData("protected virtual void F(Item item) { }", "F(Pool.Take());")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"x\")] private static extern void F(Item item);", "F(Pool.Take());")]
    [InlineData("private static Item s_item; private static void F(Item item) => s_item = item;", "F(Pool.Take());")]
    [InlineData("private static IEnumerable<int> F(Item item) { yield return 1; item.Put(); }", "F(Pool.Take());")]
    [InlineData("private static void F(Item item) { Action later = () => item.Put(); s_later = later; } private static Action s_later;", "F(Pool.Take());")]
    [InlineData("private static void F(dynamic item) { item.Put(); }", "F(Pool.Take());")]
    [InlineData("private static void F(ref Item item) { item.Put(); item = null; }", "var x = Pool.Take(); F(ref x);")]
    [InlineData("private static void F(object item) { (item as IDisposable)?.Dispose(); s_o = item; } private static object s_o;", "F(Pool.Take());")]
    public Task Silent(string helpers, string body) => InferredCode.VerifyAsync(helpers, body);

    [Theory]
    [InlineData("private static void F(Item item) { }", "F({|DVM2001:Pool.Take()|});")]
    [InlineData("private static int F(Item item) => item.Read() + item.Name.Length;", "F({|DVM2001:Pool.Take()|});")]
    [InlineData("private static void F(object item) => Console.WriteLine(item);", "F({|DVM2001:Pool.Take()|});")]
    [InlineData("public void F(Item item) { item.Read(); }", "F({|DVM2001:Pool.Take()|});")]
    [InlineData("internal sealed class W { public W(Item item) { item.Read(); } }", "new W({|DVM2001:Pool.Take()|});")]
    public Task LeftAlone(string helpers, string body) => InferredCode.VerifyAsync(helpers, body);

    [Theory]
    [InlineData("private static int F(Item item) => item.Read();", "var x = Pool.Take(); x.Put(); F({|DVM2003:x|});")]
    [InlineData("private static int F(Item item) { if (item.IsAlive) return item.Read(); Pool.Lend(item); return 0; }", "var x = Pool.Take(); x.Put(); F({|DVM2003:x|});")]
    [InlineData("private static int F(Item item) { if (!item.TryGet()) return 0; item.Put(); return item.Read(); }", "var x = Pool.Take(); x.Put(); F(x);")]
    [InlineData("private static int F(Item item, bool a) { return a ? item.Read() : 0; }", "var x = Pool.Take(); x.Put(); F(x, a);")]
    public Task Requirements(string helpers, string body) => InferredCode.VerifyAsync(helpers, body);

    [Theory]
    [InlineData("private static void Fail() => throw new Exception();", "var x = Pool.Take(); if (a) Fail(); x.Put();")]
    [InlineData("private static void Fail(string s) { if (s.Length > 3) throw new Exception(); else throw new ArgumentException(); }", "var x = Pool.Take(); if (a) { Fail(\"x\"); } x.Put();")]
    public Task NeverReturns(string helpers, string body) => InferredCode.VerifyAsync(helpers, body);

    /// <summary>A chain that is deeper than any stack.</summary>
    [Fact]
    public Task LongChain()
    {
        const int Length = 5000;
        string helpers = string.Concat(Enumerable.Range(0, Length).Select(i => $"private static void F{i}(Item item) => F{i + 1}(item);\n"));
        return InferredCode.VerifyAsync(helpers + $"private static void F{Length}(Item item) => item.Put();", "var x = Pool.Take(); F0(x); {|DVM2002:x.Put()|};");
    }
}
