using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Operators and conversions of a type's own are calls like any other, with contracts like any other.</summary>
public sealed class OperatorTests
{
    private const string Handle = """

        [TrustedContract]
        public class Handle
        {
            [RequiresRef] public int Read() => 0;
            [ReleasesRef] public void Put() { }
            [return: AcquiresRef] public static Handle operator +(Handle left, int right) => new Handle();
            [return: AcquiresRef] public static Handle operator -(Handle one) => new Handle();
            [return: AcquiresRef] public static Handle operator ++(Handle one) => new Handle();
            [return: AcquiresRef] public static explicit operator Handle(int n) => new Handle();
            public static bool operator <(Handle left, [ReleasesRef] Handle right) => true;
            public static bool operator >(Handle left, Handle right) => true;
            public static int operator ~(Handle one) => 0;
        }
        """;

    [Theory]
    [InlineData("var x = h + 1; x.Put();")]
    [InlineData("var x = -h; x.Put();")]
    [InlineData("var x = (Handle)n; x.Put();")]
    [InlineData("var x = (Handle)n; var y = x; x += 1; y.Put(); x.Put();")]
    [InlineData("var x = (Handle)n; var y = x; x++; y.Put(); x.Put();")]
    [InlineData("var x = h + 1; if (h < x) n++;")]
    [InlineData("var x = h + 1; if (h > x) n++; x.Put();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:h + 1|}; x.Read();")]
    [InlineData("var x = {|DVM2001:-h|}; x.Read();")]
    [InlineData("var x = {|DVM2001:(Handle)n|}; x.Read();")]
    [InlineData("var x = {|DVM2001:(Handle)n|}; x += 1; x.Put();")]
    [InlineData("var x = {|DVM2001:(Handle)n|}; x++; x.Put();")]
    [InlineData("var x = h + 1; if (h < x) n++; {|DVM2002:x.Put()|};")]
    [InlineData("var x = h + 1; x.Put(); {|DVM2003:x.Read()|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    /// <summary>An operator that says nothing lends: the type has a contract on others only.</summary>
    [Theory]
    [InlineData("var x = h + 1; n = ~x;")]
    public Task Silent(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync("public class C { public void M(Handle h, int n) { " + body + " } }" + Handle);
}
