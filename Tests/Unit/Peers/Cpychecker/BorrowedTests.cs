using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Peers.Cpychecker;

/// <summary>Borrowed references: not ours to give up, alive as long as their lender.</summary>
public sealed class BorrowedTests
{
    /// <summary>An element that the sequence only lends is given up. One-bit tools cannot tell it from a new one.</summary>
    [Fact]
    public Task Borrowed_element_is_released() => SequenceCode.VerifyAsync("""
        public static int Clean(Sequence lent) => lent.At(0).Read();
        public static int Faulty(Sequence lent)
        {
            var element = lent.At(0);
            int result = element.Read();
            {|DVM2002:element.Put()|};
            return result;
        }
        """);

    /// <summary>A new and a borrowed accessor of one type, mixed up.</summary>
    [Fact]
    public Task New_accessor_is_taken_for_the_borrowed_one() => SequenceCode.VerifyAsync("""
        public static int Clean(Sequence lent)
        {
            var element = lent.Fetch(0);
            if (element == null) return 0;
            int result = element.Read();
            element.Put();
            return result;
        }
        public static int Faulty(Sequence lent)
        {
            var element = {|DVM2001:lent.Fetch(0)|};
            return element == null ? 0 : element.Read();
        }
        """);

    /// <summary>A borrowed element is used after its sequence is gone.</summary>
    [Fact]
    public Task Lender_is_gone() => SequenceCode.VerifyAsync("""
        public static int Clean()
        {
            var sequence = new Sequence(1);
            int result = sequence.At(0).Read();
            sequence.Put();
            return result;
        }
        public static int Faulty()
        {
            var sequence = new Sequence(1);
            var element = sequence.At(0);
            sequence.Put();
            return {|DVM2003:element.Read()|};
        }
        """);

    /// <summary>A reference of its own keeps a borrowed element beyond its lender, and has to be given up.</summary>
    [Fact]
    public Task Borrowed_element_is_kept() => SequenceCode.VerifyAsync("""
        public static int Clean()
        {
            var sequence = new Sequence(1);
            var element = sequence.At(0);
            element.Get();
            sequence.Put();
            int result = element.Read();
            element.Put();
            return result;
        }
        public static int Faulty()
        {
            var sequence = new Sequence(1);
            var element = sequence.At(0);
            {|DVM2001:element.Get()|};
            sequence.Put();
            return element.Read();
        }
        """);

    /// <summary>The reference is taken a moment too late: what it would keep is gone.</summary>
    [Fact]
    public Task Reference_is_taken_too_late() => SequenceCode.VerifyAsync("""
        public static void Faulty()
        {
            var sequence = new Sequence(1);
            var element = sequence.At(0);
            sequence.Put();
            {|DVM2003:element.Get()|};
        }
        """);

    /// <summary>Appending takes a reference of its own; the one of the caller is still the caller's.</summary>
    [Fact]
    public Task Append_takes_its_own_reference() => SequenceCode.VerifyAsync("""
        public static void Clean(Sequence lent)
        {
            var element = Pool.Take();
            lent.Append(element);
            element.Put();
        }
        public static void Faulty(Sequence lent)
        {
            var element = {|DVM2001:Pool.Take()|};
            lent.Append(element);
        }
        """);
}
