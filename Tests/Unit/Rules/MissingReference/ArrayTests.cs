using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Rules.MissingReference;

/// <summary>Arrays of objects that nothing holds, handed to a call that requires all of them.</summary>
public sealed class ArrayTests
{
    private const string World = """

        [TrustedContract] public sealed class Handle
        {
            [AcquiresRef] public void AddRef() { }
            [ReleasesRef] public void Release() { }
            [return: BorrowedRef] public IntPtr Number() => default;
        }
        [TrustedContract] public static class Wait
        {
            public static void ForAll([RequiresRef] params Item[] items) { }
            public static void OnNumbers([RequiresRef(Held = true)] IntPtr[] numbers) { }
        }
        """;

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { items[i] = Pool.Peek(i); items[i].Get(); } Wait.ForAll(items); for (int i = 0; i < n; i++) items[i].Put();")]
    [InlineData("for (int i = 0; i < n; i++) { var x = Pool.Peek(i); if (x == null || !x.TryGet()) return; items[i] = x; } Wait.ForAll(items);")]
    [InlineData("for (int i = 0; i < n; i++) items[i] = Pool.Peek(i); for (int i = 0; i < n; i++) items[i].Get(); Wait.ForAll(items);")]
    [InlineData("for (int i = 0; i < n; i++) items[i] = Pool.Take(); Wait.ForAll(items);")]
    [InlineData("items[0] = Pool.Peek(n); items[0] = lent; Wait.ForAll(items);")]
    [InlineData("items[0] = Pool.Peek(n); if (items[0] == null || !items[0].TryGet()) return; Wait.ForAll(items); items[0].Put();")]
    [InlineData("Wait.ForAll(lent, lent);")]
    [InlineData("for (int i = 0; i < n; i++) { handles[i].AddRef(); numbers[i] = handles[i].Number(); } Wait.OnNumbers(numbers);")]
    [InlineData("for (int i = 0; i < n; i++) { numbers[i] = handles[i].Number(); handles[i].AddRef(); } Wait.OnNumbers(numbers);")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) items[i] = Pool.Peek(i); Wait.ForAll({|DVM2009:items|});")]
    [InlineData("for (int i = 0; i < n; i++) { items[i] = Pool.Peek(i); if (items[i] == null) return; } Wait.ForAll({|DVM2009:items|});")]
    [InlineData("items[0] = Pool.Peek(n); Wait.ForAll({|DVM2009:items|});")]
    [InlineData("var x = Pool.Peek(n); if (x != null) {|DVM2009:Wait.ForAll(x)|};")]
    [InlineData("for (int i = 0; i < n; i++) numbers[i] = handles[i].Number(); Wait.OnNumbers({|DVM2009:numbers|});")]
    public Task Faulty(string body) => VerifyAsync(body);

    /// <summary>Whoever has got the array may have counted what is in it.</summary>
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) items[i] = Pool.Peek(i); Keep(items); Wait.ForAll(items);")]
    [InlineData("Keep(handles); for (int i = 0; i < n; i++) numbers[i] = handles[i].Number(); Wait.OnNumbers(numbers);")]
    [InlineData("for (int i = 0; i < n; i++) numbers[i] = handles[i].Number(); Keep(handles); Wait.OnNumbers(numbers);")]
    public Task Unknown(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync(
        "public abstract class C {\nprotected abstract void Keep(object[] array);\npublic void M(Item lent, Handle[] handles, int n) {\n"
        + "var items = new Item[n]; var numbers = new IntPtr[n];\n" + body + "\n}\n}" + World);
}
