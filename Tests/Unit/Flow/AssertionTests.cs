using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Behind a call that comes back only if a condition holds, it holds.</summary>
public sealed class AssertionTests
{
    private const string Assertions = """

        public static class Must
        {
            public static void Hold([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool condition) { }
            public static void Fail([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(true)] bool condition) { }
        }
        """;

    [Theory]
    [InlineData("Must.Fail(lent.TryGet());")]
    [InlineData("Must.Hold(lent.TryGet()); lent.Put();")]
    [InlineData("bool ok = lent.TryGet(); Must.Hold(ok); lent.Put();")]
    [InlineData("var x = Pool.Find(n); Must.Hold(x != null); x.Put();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("Must.Hold({|DVM2001:lent.TryGet()|});")]
    [InlineData("Must.Hold(lent.TryGet()); lent.Put(); {|DVM2002:lent.Put()|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    /// <summary>Test frameworks share the names of their assertions, and only the newer ones say in attributes what holds afterwards.</summary>
    [Theory]
    [InlineData("Assert.Equal(3, Pins.Pin(many, 3)); Pins.Unpin(many, 3);")]
    [InlineData("int count = Pins.Pin(many, 3); Assert.AreEqual(3, count); Pins.Unpin(many, count);")]
    [InlineData("int count = Pins.Pin(many, 3); Assert.InRange(count, 1, 3); Pins.Unpin(many, count);")]
    [InlineData("Assert.True(lent.TryGet()); lent.Put();")]
    [InlineData("Assert.IsFalse(lent.IsGone()); lent.Put();")]
    [InlineData("Assert.Equal(0, lent.GetOrErrno()); lent.Put();")]
    [InlineData("Assert.Equal(Status.Ok, lent.GetStatus()); lent.Put();")]
    [InlineData("Assert.That(lent.TryGet()); lent.Put();")]
    [InlineData("Assert.That(lent.TryGet(), new object()); lent.Put();")]
    [InlineData("Assert.Null(Pool.Find(1));")]
    [InlineData("var x = Pool.Find(1); Assert.IsNotNull(x); x.Put();")]
    [InlineData("Foreign.Ensure(lent.TryGet()); lent.Put();")]
    [InlineData("Foreign.Ensure(lent.GetOrErrno() == 0); lent.Put();")]
    public Task By_name(string body) => VerifyByNameAsync(body);

    [Theory]
    [InlineData("Assert.True({|DVM2001:lent.TryGet()|});")]
    [InlineData("Assert.Equal(0, {|DVM2001:lent.GetOrErrno()|});")]
    [InlineData("var x = {|DVM2001:Pool.Find(1)|}; Assert.NotNull(x);")]
    [InlineData("Assert.IsFalse(lent.TryGet()); {|DVM2002:lent.Put()|};")]
    [InlineData("Console.WriteLine({|DVM2001:lent.TryGet()|});")]
    public Task Broken_behind_an_assertion(string body) => VerifyByNameAsync(body);

    private static Task VerifyByNameAsync(string body) => CountedCode.VerifyAsync("public class C { public void M(Item lent, Item[] many) { " + body + " } }" + """

        public static class Assert
        {
            public static void Equal<T>(T expected, T actual) { }
            public static void AreEqual(object expected, object actual) { }
            public static void InRange(int value, int low, int high) { }
            public static void True(bool condition) { }
            public static void IsFalse(bool condition) { }
            public static void NotNull(object value) { }
            public static void IsNotNull(object value) { }
            public static void Null(object value) { }
            public static void That(bool condition) { }
            public static void That<T>(T value, object constraint) { }
        }

        public abstract class Foreign { public static extern void Ensure(bool condition); }

        [TrustedContract]
        public static class Pins
        {
            public static int Pin([AcquiresRef(Kind = "pin", When = When.Positive, Count = "return")] Item[] items, int count) => 0;
            public static void Unpin([ReleasesRef(Kind = "pin", Count = "count")] Item[] items, int count) { }
        }
        """);

    private static Task VerifyAsync(string body) =>
        CountedCode.VerifyAsync("public class C { public void M(Item lent, bool a, int n) { " + body + " } }" + Assertions);
}
