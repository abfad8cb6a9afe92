using System.Threading.Tasks;
using Devmap.Analyzers;
using Xunit;

namespace Devmap.Tests.Unit.Rules.MissingFailureNotification;

/// <summary>A holder that does nothing is deaf; one that does anything may have dealt with it.</summary>
public sealed class MissingFailureNotificationTests
{
    [Theory]
    [InlineData("public Errno {|DVM1007:NotifyFailure|}(DaxDevice device, long first, long count, MemoryFailureFlags flags) => Errno.EOPNOTSUPP;")]
    [InlineData("public Errno {|DVM1007:NotifyFailure|}(DaxDevice device, long first, long count, MemoryFailureFlags flags) { return Errno.None; }")]
    [InlineData("public Errno {|DVM1007:NotifyFailure|}(DaxDevice device, long first, long count, MemoryFailureFlags flags) => throw new NotImplementedException();")]
    [InlineData("public Errno {|DVM1007:NotifyFailure|}(DaxDevice device, long first, long count, MemoryFailureFlags flags) { throw new NotSupportedException(); }")]
    [InlineData("Errno IDaxHolder.{|DVM1007:NotifyFailure|}(DaxDevice device, long first, long count, MemoryFailureFlags flags) => default;")]
    public Task One_that_does_nothing_is_reported(string method) => VerifyAsync(method);

    [Theory]
    [InlineData("public Errno NotifyFailure(DaxDevice device, long first, long count, MemoryFailureFlags flags) { _file.UnmapAll(); return Errno.None; }")]
    [InlineData("public Errno NotifyFailure(DaxDevice device, long first, long count, MemoryFailureFlags flags) => Shutdown();")]
    [InlineData("public Errno NotifyFailure(DaxDevice device, long first, long count, MemoryFailureFlags flags) { _gone = true; return Errno.None; }")]
    [InlineData("public Errno NotifyFailure(DaxDevice device, long first, long count, MemoryFailureFlags flags) => flags == MemoryFailureFlags.PreRemove ? Shutdown() : Errno.EOPNOTSUPP;")]
    [InlineData("public Errno NotifyFailure(DaxDevice device, long first, long count, MemoryFailureFlags flags) => _next.NotifyFailure(device, first, count, flags);")]
    public Task One_that_does_something_is_not(string method) => VerifyAsync(method);

    private static Task VerifyAsync(string method) => LibraryTest<DaxHolderAnalyzer>.VerifyTypesAsync(
        "public class Filesystem : IDaxHolder\n{\n"
        + "internal DaxFile _file = null!; internal IDaxHolder _next = null!; internal bool _gone;\n"
        + "public Errno Shutdown() { _file.UnmapAll(); return Errno.None; }\n"
        + method + "\n}");
}
